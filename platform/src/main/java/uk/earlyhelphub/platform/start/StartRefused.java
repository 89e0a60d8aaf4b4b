package uk.earlyhelphub.platform.start;

import org.jspecify.annotations.Nullable;

/** The Hub does not start, for a reason that whoever runs it can see to. Nothing was served. */
public final class StartRefused extends IllegalStateException {
    private final String why;
    private final String whatToDo;

    /**
     * @param why what is wrong, in plain words and without secrets
     * @param whatToDo what whoever runs it does next
     */
    public StartRefused(String why, String whatToDo, @Nullable Throwable cause) {
        super(why + " " + whatToDo, cause);
        this.why = why;
        this.whatToDo = whatToDo;
    }

    /**
     * @param why what is wrong, in plain words and without secrets
     * @param whatToDo what whoever runs it does next
     */
    public StartRefused(String why, String whatToDo) {
        this(why, whatToDo, null);
    }

    String why() {
        return why;
    }

    String whatToDo() {
        return whatToDo;
    }
}
