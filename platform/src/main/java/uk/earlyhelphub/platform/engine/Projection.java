package uk.earlyhelphub.platform.engine;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Answers one reader's question from events. It keeps nothing outside its own tables, sends nothing anywhere and decrypts
 * nothing, so that it can be filled again at any time with the same result.
 */
public interface Projection {

    /** Its name, which is also the name of its schema. Never changes. */
    String name();

    /**
     * The tables that follow from the events alone, each with its schema. In its statements they stand without, so that a
     * replay can fill others in their place.
     */
    List<String> tables();

    /** Tables that its statements touch and that do not follow from the events alone; a replay gives it empty ones. */
    default List<String> notes() {
        return List.of();
    }

    /** Whether an event can matter to it at all, judged by its stream or type; the others it is never given. */
    default boolean concerns(RecordedEvent event) {
        return true;
    }

    /**
     * Takes a run of events in reading order, all in one transaction with the position. Whatever it throws undoes all of it.
     *
     * @param tables its own tables
     */
    void apply(List<RecordedEvent> events, JdbcTemplate tables);
}
