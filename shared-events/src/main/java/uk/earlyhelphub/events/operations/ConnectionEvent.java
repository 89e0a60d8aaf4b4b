package uk.earlyhelphub.events.operations;

/** What happens to what somebody who works with the Hub declared about those close to them. */
public sealed interface ConnectionEvent extends OperationEvent
        permits ConnectionDeclared, ConnectionsRemovalAsked, ConnectionsRemoved {

    /** The id that the identity provider knows them by. */
    String staff();
}
