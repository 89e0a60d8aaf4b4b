package uk.earlyhelphub.client;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import uk.earlyhelphub.api.FileContent;

/** Takes a file in, whatever kind of file the answer says it is. One that was broken off is thrown as what went wrong. */
final class FilesFetched implements HttpMessageConverter<FileContent> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType sent) {
        return type.equals(FileContent.class);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType wanted) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public FileContent read(Class<? extends FileContent> type, HttpInputMessage answer) throws IOException {
        var content = answer.getBody().readAllBytes();
        return out -> out.write(content);
    }

    @Override
    public void write(FileContent file, @Nullable MediaType type, HttpOutputMessage request) {
        throw new HttpMessageNotWritableException("The Hub takes no files");
    }
}
