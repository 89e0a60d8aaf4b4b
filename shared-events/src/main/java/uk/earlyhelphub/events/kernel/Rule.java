package uk.earlyhelphub.events.kernel;

/** A rule that can refuse what somebody asks for. Each intention has an enum of its rules beside it. */
public interface Rule extends ReasonCode {

    /** What sort of refusal it is. */
    enum Kind {
        /** The request itself is wrong. */
        INVALID,
        /** The caller may not do this, and may know it. */
        FORBIDDEN,
        /** There is nothing by that name for this caller. */
        UNKNOWN,
        /** What was asked does not fit how things stand. */
        CONFLICT,
        /** The version that the caller named is not the current one. */
        STALE,
        /** The same command id came with another body. */
        DIFFERENT_REPEAT
    }

    /** All that there is to say about it. */
    Terms terms();

    default Kind kind() {
        return terms().kind();
    }

    @Override
    default String help() {
        return terms().help();
    }

    /** Where the rule comes from, e.g. {@code R12} or {@code UK GDPR Art 9(2)}; empty if it follows from the matter itself. */
    default String source() {
        return terms().source();
    }

    /**
     * What a rule is.
     *
     * @param help what it means and what would satisfy it, in plain words
     * @param source where it comes from; may be empty
     */
    record Terms(Kind kind, String help, String source) {

        public static Terms invalid(String help) {
            return new Terms(Kind.INVALID, help, "");
        }

        public static Terms forbidden(String help) {
            return new Terms(Kind.FORBIDDEN, help, "");
        }

        public static Terms unknown(String help) {
            return new Terms(Kind.UNKNOWN, help, "");
        }

        public static Terms conflict(String help) {
            return new Terms(Kind.CONFLICT, help, "");
        }

        public static Terms stale(String help) {
            return new Terms(Kind.STALE, help, "");
        }

        public static Terms differentRepeat(String help) {
            return new Terms(Kind.DIFFERENT_REPEAT, help, "");
        }

        /** The same, with where it comes from. */
        public Terms from(String origin) {
            return new Terms(kind, help, origin);
        }
    }
}
