package uk.earlyhelphub.platform.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import uk.earlyhelphub.api.FileContent;

/**
 * Writes files as they are read from the history, whatever kind of file the answer says it is. What cannot be written to its end
 * is a problem as long as nothing was sent, and afterwards breaks the connection off.
 */
final class FilesHandedOver implements HttpMessageConverter<FileContent> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType sent) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType wanted) {
        return FileContent.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public FileContent read(Class<? extends FileContent> type, HttpInputMessage sent) {
        throw new HttpMessageNotReadableException("Nobody sends the Hub a file", sent);
    }

    @Override
    public void write(FileContent file, @Nullable MediaType type, HttpOutputMessage answer) throws IOException {
        try {
            file.writeTo(answer.getBody());
        } catch (IOException | RuntimeException e) {
            if (answer instanceof ServletServerHttpResponse here) {
                if (here.getServletResponse().isCommitted()) {
                    throw new BrokenOff(e);
                }
                here.getServletResponse().reset();
            }
            throw e;
        }
    }

    /** A file ended before its end. Whoever was reading must not take what they have for the whole. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff(Exception cause) {
            super("A file was broken off", cause);
        }
    }
}
