package uk.earlyhelphub.localpostgres;

import org.jspecify.annotations.Nullable;

/** The local PostgreSQL does not start, for a reason that whoever runs it can see to. Nothing was left running. */
public final class CannotStart extends RuntimeException {
    private final String why;
    private final String whatToDo;

    CannotStart(String why, String whatToDo, @Nullable Throwable cause) {
        super(why + " " + whatToDo, cause);
        this.why = why;
        this.whatToDo = whatToDo;
    }

    CannotStart(String why, String whatToDo) {
        this(why, whatToDo, null);
    }

    /** What is wrong. */
    public String why() {
        return why;
    }

    /** What whoever runs it does next. */
    public String whatToDo() {
        return whatToDo;
    }
}
