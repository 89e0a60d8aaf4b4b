package uk.earlyhelphub.command.handling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.command.staffaccess.KnownStaff;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.CommandHandler;
import uk.earlyhelphub.platform.commands.PreparedEffects;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.ProjectionsOnRecord;

/** Gives every command to the one handler. */
@Configuration(proxyBeanMethods = false)
class CommandHandling {

    @Bean
    WorkingDays workingDays(@Value("${hub.bank-holidays:}") String file) throws IOException {
        return file.isBlank() ? WorkingDays.england() : WorkingDays.of(Files.readString(Path.of(file)));
    }

    @Bean
    Streams streams(
            WorkingDays calendar,
            Vault vault,
            EventLog log,
            KnownStaff staff,
            Impartiality impartiality,
            Readers readers,
            ProjectionsOnRecord projections) {
        var running = new Running() {
            @Override
            public Set<String> replayable() {
                return projections.replayable();
            }

            @Override
            public long held(String projection, String about) {
                return projections.held(projection, about);
            }
        };
        return new Streams(calendar, vault::isAdult, log::firstOf, staff::posts, impartiality, readers, running);
    }

    @Bean
    SmartInitializingSingleton commandHandlers(
            EventStore events, CommandBus bus, Clock clock, Streams streams, PreparedEffects effects) {
        return () ->
                new CommandHandler(events, clock, ZoneId.of("Europe/London"), streams.all(), effects).subscribe(bus);
    }
}
