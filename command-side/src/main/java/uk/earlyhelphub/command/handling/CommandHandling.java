package uk.earlyhelphub.command.handling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.platform.commands.CommandHandler;
import uk.earlyhelphub.platform.commands.PreparedEffects;

/** Gives every command to the one handler. */
@Configuration(proxyBeanMethods = false)
class CommandHandling {

    @Bean
    WorkingDays workingDays(@Value("${hub.bank-holidays:}") String file) throws IOException {
        return file.isBlank() ? WorkingDays.england() : WorkingDays.of(Files.readString(Path.of(file)));
    }

    @Bean
    SmartInitializingSingleton commandHandlers(
            EventStore events, CommandBus bus, Clock clock, Streams streams, PreparedEffects effects) {
        return () ->
                new CommandHandler(events, clock, ZoneId.of("Europe/London"), streams.all(), effects).subscribe(bus);
    }
}
