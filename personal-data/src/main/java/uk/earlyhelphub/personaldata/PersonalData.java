package uk.earlyhelphub.personaldata;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.PreparedEffects;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.ids.IdsOfCommands;
import uk.earlyhelphub.platform.start.StartRefused;

/** The vault and what belongs to it, for whoever assembles a process. */
@Configuration(proxyBeanMethods = false)
@Import(VaultCodes.class)
@EnableConfigurationProperties(VaultSettings.class)
public class PersonalData {

    @Bean
    @ConditionalOnMissingBean
    MasterKeys masterKeys(VaultSettings settings) {
        try {
            return settings.open();
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    e.getMessage() + ".",
                    "Name in hub.vault.master-keys, as file:/... or env:..., the keys that \"make-master-key\" made, the newest first."
                            + " A key file that is empty or cut off is replaced from the copy you keep of it, never by a new key.",
                    e);
        }
    }

    /** By these the store knows what the Hub appended. */
    @Bean
    EventCodes eventCodes(
            DatabaseSetup.Started started,
            MasterKeys masters,
            VaultSettings settings,
            ObjectProvider<OlderHistory> evaluation,
            Clock clock) {
        var reason = evaluation.stream().map(OlderHistory::reason).findFirst().orElse(settings.beginCodes());
        return new CodeKeys(started.databases().writer(), masters, started.epoch(), clock).open(reason);
    }

    @Bean
    Vault vault(Databases databases, MasterKeys masters, Clock clock, VaultSettings settings) {
        return new Vault(databases.vault(), masters, clock, settings.cachedKeys());
    }

    @Bean
    PersonSearch personSearch(Databases databases, MasterKeys masters, Vault vault) {
        return new PersonSearch(databases.vault(), masters, vault.seen());
    }

    /** A secret of its own, which follows from the one for searches, so that there is one to look after. */
    @Bean
    IdsOfCommands idsOfCommands(MasterKeys masters) {
        return IdsOfCommands.under(masters.token("a secret for the ids that commands make"));
    }

    @Bean
    PreparedEffects preparedEffects(Databases databases, Clock clock, Vault vault) {
        return new VaultWriter(databases.vault(), clock, vault.seen());
    }

    @Bean
    Colleagues colleagues(Databases databases, PersonSearch search) {
        return new Colleagues(databases.vault(), search);
    }

    /** What the history says about destroyed keys is done again here, before anything is served. */
    @Bean
    Erasures erasures(Vault vault, VaultCheck check, EventStore events, EventLog log, Clock clock) {
        var erasures = new Erasures(vault, events, log, clock);
        erasures.again();
        // Whoever was erased has a row again, by which they are known.
        check.require(log);
        vault.seen().look();
        return erasures;
    }

    @Bean
    VaultCheck vaultCheck(Databases databases, MasterKeys masters) {
        return new VaultCheck(databases.vault(), masters);
    }

    @Bean("vaultKeys")
    VaultHealth vaultHealth(VaultCheck check, Vault vault) {
        return new VaultHealth(check, vault.seen());
    }

    @Bean
    VaultMetrics vaultMetrics(Vault vault) {
        return new VaultMetrics(vault.seen());
    }

    /** Until its second revision a look did not say whose texts could be shown, and nobody can tell afterwards. */
    @Bean
    static EventCodec.Upcaster looksBeforePeopleWereNamed() {
        return new LooksBeforePeopleWereNamed();
    }

    /** Until its second revision a withdrawal did not say in what capacity; it stays without, and counts as it did. */
    @Bean
    static EventCodec.Upcaster withdrawalsBeforeCapacity() {
        return new WithdrawalsBeforeCapacity();
    }

    /** Until its second revision any answer of a referrer closed the request, and so it stays for those that are stored. */
    @Bean
    static EventCodec.Upcaster answersThatClosedTheirRequest() {
        return new AnswersThatClosedTheirRequest();
    }

    /** Until its second revision a referral held the referrer's organisation in the clear. */
    @Bean
    static EventCodec.Upcaster referralsBeforeOrganisationsWereSealed() {
        return new ReferralsBeforeOrganisationsWereSealed();
    }

    @Bean
    AccessLedger accessLedger(EventStore events, CommandReceipts receipts, Ids ids, Clock clock) {
        return new AccessLedger(events, receipts, ids, clock);
    }

    @Bean
    StaffAccessCheck staffAccessCheck(EventLog log) {
        return new StaffAccessCheck(log);
    }
}
