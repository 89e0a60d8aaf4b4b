package uk.earlyhelphub.platform.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/** Sees, before minutes are spent, that nobody else listens where people are to reach the Hub. */
final class PortsFree implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var port = settings.getProperty("server.port", Integer.class, 0);
        if (port > 0 && context instanceof WebApplicationContext) {
            requireFree(settings.getProperty("server.address", ""), port);
        }
    }

    private static void requireFree(String address, int port) {
        try (var probe = new ServerSocket()) {
            probe.bind(address.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw new StartRefused(
                    "The port " + port + " is taken by another program, perhaps by another Hub.",
                    "End that program, or choose another port: --server.port=...",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The Hub cannot listen on " + address + " port " + port + ": " + e.getMessage() + ".",
                    "Check server.address and server.port.",
                    e);
        }
    }
}
