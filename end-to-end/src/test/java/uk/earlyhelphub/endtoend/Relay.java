package uk.earlyhelphub.endtoend;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks as much of Axon Server's protocol as carrying commands takes, and always hands a command to another process than the
 * one that sent it. So what two processes say to each other can be tested where no Axon Server is at hand.
 */
final class Relay implements AutoCloseable {
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Map<String, StreamObserver<CommandResponse>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger carried = new AtomicInteger();
    private final Server server;

    /** One process that takes commands. */
    private record Handler(Set<String> commands, StreamObserver<CommandProviderInbound> to) {}

    Relay() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new Platform())
                .addService(new CommandsBetweenProcesses())
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** How many commands went from one process to the other. */
    int carried() {
        return carried.get();
    }

    /** How many processes take commands. */
    int takers() {
        return (int)
                handlers.values().stream().filter(h -> h.commands().size() > 40).count();
    }

    @Override
    public void close() {
        try {
            server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {
        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(
                StreamObserver<PlatformOutboundInstruction> instructions) {
            return new Listening<>(instructions) {
                @Override
                public void onNext(PlatformInboundInstruction instruction) {
                    if (!instruction.getInstructionId().isEmpty()) {
                        instructions.onNext(PlatformOutboundInstruction.newBuilder()
                                .setAck(done(instruction.getInstructionId()))
                                .build());
                    }
                }
            };
        }
    }

    private static InstructionAck done(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }

    private final class CommandsBetweenProcesses extends CommandServiceGrpc.CommandServiceImplBase {
        @Override
        public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> to) {
            var handler = new Handler(ConcurrentHashMap.newKeySet(), to);
            return new Listening<>(to) {
                @Override
                public void onNext(CommandProviderOutbound said) {
                    switch (said.getRequestCase()) {
                        case SUBSCRIBE -> {
                            handler.commands().add(said.getSubscribe().getCommand());
                            handlers.put(said.getSubscribe().getClientId(), handler);
                        }
                        case COMMAND_RESPONSE -> answered(said.getCommandResponse());
                        default -> {}
                    }
                    if (!said.getInstructionId().isEmpty()) {
                        synchronized (to) {
                            to.onNext(CommandProviderInbound.newBuilder()
                                    .setAck(done(said.getInstructionId()))
                                    .build());
                        }
                    }
                }
            };
        }

        private void answered(CommandResponse response) {
            var sender = waiting.remove(response.getRequestIdentifier());
            if (sender != null) {
                sender.onNext(response);
                sender.onCompleted();
            }
        }

        @Override
        public void dispatch(Command command, StreamObserver<CommandResponse> answer) {
            var other = handlers.entrySet().stream()
                    .filter(h -> !h.getKey().equals(command.getClientId()))
                    .map(Map.Entry::getValue)
                    .filter(h -> h.commands().contains(command.getName()))
                    .findFirst();
            if (other.isEmpty()) {
                answer.onNext(CommandResponse.newBuilder()
                        .setRequestIdentifier(command.getMessageIdentifier())
                        .setErrorCode("AXONIQ-4000")
                        .setErrorMessage(io.axoniq.axonserver.grpc.ErrorMessage.newBuilder()
                                .setMessage("No Handler for command: " + command.getName()))
                        .build());
                answer.onCompleted();
                return;
            }
            carried.incrementAndGet();
            waiting.put(command.getMessageIdentifier(), answer);
            var to = other.get().to();
            synchronized (to) {
                to.onNext(
                        CommandProviderInbound.newBuilder().setCommand(command).build());
            }
        }
    }

    private abstract static class Listening<T> implements StreamObserver<T> {
        private final StreamObserver<?> answers;

        Listening(StreamObserver<?> answers) {
            this.answers = answers;
        }

        @Override
        public void onError(Throwable gone) {}

        @Override
        public void onCompleted() {
            answers.onCompleted();
        }
    }
}
