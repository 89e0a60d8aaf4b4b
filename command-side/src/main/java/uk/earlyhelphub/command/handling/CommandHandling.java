package uk.earlyhelphub.command.handling;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.command.staffaccess.KnownStaff;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.local.LocalLists;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.CommandHandler;
import uk.earlyhelphub.platform.commands.PreparedEffects;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.ProjectionsOnRecord;

/** Gives every command to the one handler. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CalendarSettings.class, LocalSettings.class})
class CommandHandling {

    @Bean
    WorkingDays workingDays(CalendarSettings settings) {
        return settings.workingDays();
    }

    @Bean
    LocalLists localLists(LocalSettings settings) {
        return settings.lists();
    }

    @Bean
    Streams streams(
            WorkingDays calendar,
            LocalLists local,
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
        return new Streams(calendar, local, vault::ageOn, log::firstOf, staff::posts, impartiality, readers, running);
    }

    @Bean
    SmartInitializingSingleton commandHandlers(
            EventStore events, CommandBus bus, Clock clock, Streams streams, PreparedEffects effects) {
        return () ->
                new CommandHandler(events, clock, ZoneId.of("Europe/London"), streams.all(), effects).subscribe(bus);
    }
}
