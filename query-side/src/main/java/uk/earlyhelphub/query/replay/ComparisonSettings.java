package uk.earlyhelphub.query.replay;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import uk.earlyhelphub.platform.start.Setting;

/**
 * The nightly comparison of read models with the history.
 *
 * @param compare whether every read model is held against the history at night
 * @param compareFrom from when in the night, by the clock on the wall in England
 * @param compareUntil until when; the same as {@code compare-from} means all day
 * @param compareEvery how long a read model that was compared is left alone
 */
@ConfigurationProperties(prefix = "hub.projections", ignoreUnknownFields = false)
record ComparisonSettings(
        @DefaultValue("true") boolean compare,

        @DefaultValue("01:00") @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime compareFrom,

        @DefaultValue("05:00") @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime compareUntil,

        @DefaultValue("20h") Duration compareEvery) {
    ComparisonSettings {
        Setting.between("hub.projections.compare-every", compareEvery, Duration.ofSeconds(1), Duration.ofDays(31));
    }
}
