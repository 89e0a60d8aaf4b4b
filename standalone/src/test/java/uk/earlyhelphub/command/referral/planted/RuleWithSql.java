package uk.earlyhelphub.command.referral.planted;

import org.springframework.jdbc.core.JdbcTemplate;

/** Planted: a rule must refuse it. */
public final class RuleWithSql {
    static void requireNobodyElse(JdbcTemplate jdbc) {
        jdbc.execute("select 1");
    }
}
