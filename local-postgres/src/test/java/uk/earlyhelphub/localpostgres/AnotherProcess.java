package uk.earlyhelphub.localpostgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a local PostgreSQL in a Java process of its own, until its input ends or it is killed. */
final class AnotherProcess implements AutoCloseable {
    private final Process process;

    private AnotherProcess(Process process) {
        this.process = process;
    }

    /** What the other process does. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (var postgres = LocalPostgres.durable(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("READY " + postgres.password());
            while (System.in.read() >= 0) {
                // Until whoever started it is done.
            }
        }
    }

    static AnotherProcess on(Path folder, int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        AnotherProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY")) {
                return new AnotherProcess(process);
            }
        }
        throw new IllegalStateException("The other process ended before it was ready");
    }

    /** Launchers of tests differ in where they say it. */
    private static String classPath() {
        return AnotherProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> new File(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9}: it has no time to stop its database. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
