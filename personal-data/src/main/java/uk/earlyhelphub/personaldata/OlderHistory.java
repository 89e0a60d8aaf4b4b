package uk.earlyhelphub.personaldata;

/**
 * Says that what a release without codes recorded is to be believed as it is, whenever codes begin.
 *
 * @param reason goes on record
 */
public record OlderHistory(String reason) {}
