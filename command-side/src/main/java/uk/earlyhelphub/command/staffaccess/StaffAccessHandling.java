package uk.earlyhelphub.command.staffaccess;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.commands.Refused;

/** Carries out commands about colleagues' access. */
@Configuration(proxyBeanMethods = false)
class StaffAccessHandling {

    @Bean
    SmartInitializingSingleton staffAccessCommands(EventStore events, CommandBus bus) {
        return () -> {
            Repository<StaffAccess> all = EventSourcingRepository.builder(StaffAccess.class)
                    .eventStore(events)
                    .build();
            List.of(EndStaffAccess.class, RestoreStaffAccess.class)
                    .forEach(command -> bus.subscribe(command.getName(), message -> {
                        handle(message, all);
                        return null;
                    }));
        };
    }

    private static void handle(CommandMessage<?> message, Repository<StaffAccess> all) throws Exception {
        var command = (StaffAccessCommand) message.getPayload();
        var actor = Actor.from(message.getMetaData());
        if (!StaffAccessCommand.MAY.contains(actor.role())) {
            throw Refused.unknown();
        }
        var existing = existing(command, all);
        var ended = existing != null && Boolean.TRUE.equals(existing.invoke(StaffAccess::ended));
        var event = command.decide(ended, actor);
        var target = existing == null ? all.newInstance(StaffAccess::new) : existing;
        target.execute(a -> a.happens(event));
    }

    private static @Nullable Aggregate<StaffAccess> existing(StaffAccessCommand command, Repository<StaffAccess> all) {
        try {
            return all.load(command.accessId().value());
        } catch (AggregateNotFoundException _) {
            return null;
        }
    }
}
