package uk.earlyhelphub.model.local;

/**
 * What a Hub was told of its own place.
 *
 * @param notices the versions of its privacy notice
 */
public record LocalLists(NoticeVersions notices) {}
