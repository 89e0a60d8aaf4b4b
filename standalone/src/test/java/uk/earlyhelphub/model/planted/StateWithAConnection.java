package uk.earlyhelphub.model.planted;

import java.sql.Connection;

/** Planted: a rule must refuse it. */
public record StateWithAConnection(Connection connection) {}
