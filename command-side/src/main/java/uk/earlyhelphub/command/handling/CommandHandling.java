package uk.earlyhelphub.command.handling;

import java.time.Clock;
import java.time.ZoneId;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.command.staffaccess.KnownStaff;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.CommandHandler;
import uk.earlyhelphub.platform.commands.PreparedEffects;
import uk.earlyhelphub.platform.engine.EventLog;

/** Gives every command to the one handler. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CommandHandling {

    @Bean
    WorkingDays workingDays(CalendarSettings settings) {
        return settings.workingDays();
    }

    @Bean
    Streams streams(WorkingDays calendar, Vault vault, EventLog log, KnownStaff staff, Impartiality impartiality) {
        return new Streams(calendar, vault::ageOn, log::firstOf, staff::posts, impartiality);
    }

    @Bean
    SmartInitializingSingleton commandHandlers(
            EventStore events, CommandBus bus, Clock clock, Streams streams, PreparedEffects effects) {
        return () ->
                new CommandHandler(events, clock, ZoneId.of("Europe/London"), streams.all(), effects).subscribe(bus);
    }
}
