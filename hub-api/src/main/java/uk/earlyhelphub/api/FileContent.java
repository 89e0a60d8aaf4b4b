package uk.earlyhelphub.api;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The content of a file that the Hub hands over. The Hub writes it while it is read from the history; the client of {@code
 * hub-client} holds it in memory, so whoever fetches a history of gigabytes streams it by other means.
 */
@FunctionalInterface
public interface FileContent {

    /**
     * Writes all of it.
     *
     * @throws IOException if it cannot be written to the end; what was written until then is not the file
     */
    void writeTo(OutputStream out) throws IOException;
}
