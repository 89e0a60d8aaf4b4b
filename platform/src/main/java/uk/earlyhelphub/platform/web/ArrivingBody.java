package uk.earlyhelphub.platform.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import uk.earlyhelphub.platform.web.connection.Reception;

/** A body on its way: what is here already is taken at once, the rest as it comes, without a thread that waits. */
final class ArrivingBody {
    /** Longer than a request may take to arrive: the connection's own limit strikes first. */
    private static final long GIVEN_UP_AFTER = 120_000;

    private final HttpServletRequest request;
    private final ServletInputStream stream;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    /** Whether it is decided what becomes of the request: the body is here, or is refused, or nobody sends it any more. */
    private final AtomicBoolean settled = new AtomicBoolean();

    ArrivingBody(HttpServletRequest request) throws IOException {
        this.request = request;
        this.stream = request.getInputStream();
    }

    byte[] bytes() {
        return arrived.toByteArray();
    }

    /** Whether all of a body of a known length is here. */
    boolean isHere(long length) throws IOException {
        while (arrived.size() < length && stream.available() > 0) {
            if (!take()) {
                break;
            }
        }
        return arrived.size() == length;
    }

    private boolean take() throws IOException {
        var read = stream.read(buffer);
        if (read > 0) {
            arrived.write(buffer, 0, read);
        }
        return read >= 0;
    }

    /**
     * Has the request dispatched anew once it is known what becomes of it.
     *
     * @param whole takes the body
     * @param refused takes the HTTP status of a body that is too large or too slow
     */
    void waitFor(Consumer<byte[]> whole, IntConsumer refused) {
        var waiting = request.startAsync();
        waiting.setTimeout(GIVEN_UP_AFTER);
        Reception.ifTooSlow(() -> refuse(waiting, refused, 408));
        stream.setReadListener(new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
                while (!settled.get() && stream.isReady()) {
                    if (!take()) {
                        return;
                    }
                    if (arrived.size() > CachedBodyFilter.LIMIT) {
                        refuse(waiting, refused, 413);
                    }
                }
            }

            @Override
            public void onAllDataRead() {
                if (settled.compareAndSet(false, true)) {
                    Reception.whole();
                    whole.accept(bytes());
                    waiting.dispatch();
                }
            }

            @Override
            public void onError(Throwable broken) {
                if (settled.compareAndSet(false, true)) {
                    waiting.complete();
                }
            }
        });
    }

    private void refuse(AsyncContext waiting, IntConsumer refused, int status) {
        if (settled.compareAndSet(false, true)) {
            refused.accept(status);
            waiting.dispatch();
        }
    }
}
