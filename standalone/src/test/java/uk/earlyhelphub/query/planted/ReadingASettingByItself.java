package uk.earlyhelphub.query.planted;

import org.springframework.beans.factory.annotation.Value;

/** Planted: a rule must refuse it. */
public record ReadingASettingByItself(
        @Value("${hub.no.such-setting:1}") int setting) {}
