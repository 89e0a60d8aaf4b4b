package uk.earlyhelphub.command.reactions;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.referral.deadline.KeepDeadlines;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.CommandEnvelope;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.WorksInBackground;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * When a day has come on which a referral must be looked at again, then its deadlines are kept. What is due is read from a
 * table that the events fill, so a deadline cannot be lost while nobody runs: whoever starts next finds it. Several processes
 * may look at once; the command changes nothing the second time.
 */
@Component
@EnableConfigurationProperties(DeadlineSettings.class)
public final class WhenADayHasCome implements SmartLifecycle, WorksInBackground {
    private static final Logger LOG = LoggerFactory.getLogger(WhenADayHasCome.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Actor CLOCK = new Actor("hub-clock", "The Hub's clock", Role.SYSTEM, "early-help-hub", null);
    private static final int PAGE = 500;
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final JdbcTemplate tables;
    private final Commands commands;
    private final Vault vault;
    private final Clock clock;
    private final Ids ids;
    private final Background background;
    private volatile LocalDate agesAskedOn = LocalDate.MIN;
    private volatile int failing;

    WhenADayHasCome(
            Databases databases, Commands commands, Vault vault, Clock clock, Ids ids, DeadlineSettings settings) {
        this.tables = new JdbcTemplate(databases.projector());
        this.commands = commands;
        this.vault = vault;
        this.clock = clock;
        this.ids = ids;
        this.background = new Background("deadlines", settings.every(), this::look);
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }

    /** After the projections, so that it stops before them. */
    @Override
    public int getPhase() {
        return 300;
    }

    /** How many referrals could not be looked at the last time. */
    int failing() {
        return background.trouble() == null ? failing : Math.max(1, failing);
    }

    @Override
    public List<Background> background() {
        return List.of(background);
    }

    /** How many referrals should have been looked at on an earlier day and were not. */
    int overdue() {
        var count = tables.queryForObject(
                "select count(distinct referral_id) from reactions.deadline d where due_on < ? and not exists"
                        + " (select from reactions.deadline_kept k where k.referral_id = d.referral_id and k.due_on = d.due_on)",
                Integer.class,
                Date.valueOf(today()));
        return count == null ? 0 : count;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private record Due(ReferralId referral, LocalDate on) {}

    private void look() {
        var today = today();
        var failed = 0;
        // Page by page: however many fail, they stand in nobody's way.
        var last = new Due(new ReferralId(NOBODY), LocalDate.EPOCH);
        for (var page = due(today, last); !page.isEmpty(); page = due(today, last)) {
            for (var due : page) {
                failed += keep(due) ? 0 : 1;
            }
            last = page.getLast();
        }
        if (!today.equals(agesAskedOn)) {
            var missed = askAges(today);
            failed += missed;
            agesAskedOn = missed == 0 ? today : LocalDate.MIN;
        }
        failing = failed;
    }

    private boolean keep(Due due) {
        if (!keep(due.referral())) {
            return false;
        }
        tables.update(
                "insert into reactions.deadline_kept (referral_id, due_on, kept_at) values (?::uuid, ?, ?) on conflict do nothing",
                due.referral().value(),
                Date.valueOf(due.on()),
                clock.instant().atOffset(ZoneOffset.UTC));
        return true;
    }

    private List<Due> due(LocalDate today, Due after) {
        return tables.query(
                "select referral_id::text, due_on from reactions.deadline d where due_on <= ? and (due_on, referral_id) > (?, ?::uuid)"
                        + " and not exists (select from reactions.deadline_kept k where k.referral_id = d.referral_id and k.due_on = d.due_on)"
                        + " order by due_on, referral_id limit " + PAGE,
                (row, n) ->
                        new Due(new ReferralId(row.getString(1)), row.getDate(2).toLocalDate()),
                Date.valueOf(today),
                Date.valueOf(after.on()),
                after.referral().value());
    }

    private int askAges(LocalDate today) {
        var failed = 0;
        var waiting = tables.query(
                "select referral_id::text, person_id::text from reactions.coming_of_age order by 1, 2",
                (row, n) -> new Waiting(new ReferralId(row.getString(1)), new PersonId(row.getString(2))));
        for (var one : waiting) {
            if (vault.isAdult(one.person(), today) && !keep(one.referral())) {
                failed++;
            }
        }
        return failed;
    }

    private record Waiting(ReferralId referral, PersonId person) {}

    private boolean keep(ReferralId referral) {
        try {
            var id = ids.next();
            commands.send(
                    new KeepDeadlines(referral),
                    new CommandEnvelope(CLOCK, Purpose.OPERATE, id, "keep-deadlines", id, null, null));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The deadlines of referral {} could not be kept and will be tried again: {}",
                    referral.value(),
                    e.getClass().getSimpleName());
            LOG.debug("Deadlines", e);
            return false;
        }
    }
}
