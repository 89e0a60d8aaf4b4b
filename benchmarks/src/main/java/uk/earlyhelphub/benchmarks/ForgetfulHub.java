package uk.earlyhelphub.benchmarks;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.standalone.EarlyHelpHub;

/** The server with looks that are not kept, so that it can be measured what keeping them costs. It is part of no product. */
public final class ForgetfulHub {
    private ForgetfulHub() {}

    /** Starts it with the settings of the real one. */
    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        new SpringApplication(EarlyHelpHub.class, Forgetting.class).run(arguments);
    }

    /** Puts a ledger that keeps nothing in the place of the real one. */
    @Configuration(proxyBeanMethods = false)
    static class Forgetting {
        @Bean
        static BeanPostProcessor forgetting(ObjectProvider<Ids> ids, ObjectProvider<CommandReceipts> receipts) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof AccessLedger
                            ? new AccessLedger(new Nowhere(), receipts.getObject(), ids.getObject(), Clock.systemUTC())
                            : bean;
                }
            };
        }
    }

    /** Takes every event and keeps none. */
    private static final class Nowhere implements EventStore {
        @Override
        public void publish(List<? extends EventMessage<?>> events) {
            // That is all.
        }

        @Override
        public DomainEventStream readEvents(String aggregateIdentifier) {
            return DomainEventStream.empty();
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registration registerDispatchInterceptor(
                MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            throw new UnsupportedOperationException();
        }
    }
}
