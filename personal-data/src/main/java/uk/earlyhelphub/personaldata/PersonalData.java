package uk.earlyhelphub.personaldata;

import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.PreparedEffects;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.ids.IdsOfCommands;
import uk.earlyhelphub.platform.start.StartRefused;

/** The vault and what belongs to it, for whoever assembles a process. */
@Configuration(proxyBeanMethods = false)
public class PersonalData {

    @Bean
    @ConditionalOnMissingBean
    MasterKeys masterKeys(
            @Value("${hub.vault.master-keys}") List<String> uris,
            @Value("${hub.vault.search-secret}") String searchSecret) {
        try {
            return MasterKeys.open(uris, searchSecret);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    e.getMessage() + ".",
                    "Name in hub.vault.master-keys, as file:/... or env:..., the keys that \"make-master-key\" made, the newest first."
                            + " A key file that is empty or cut off is replaced from the copy you keep of it, never by a new key.",
                    e);
        }
    }

    @Bean
    Vault vault(
            Databases databases,
            MasterKeys masters,
            Clock clock,
            @Value("${hub.vault.cached-keys:2000}") int cachedKeys) {
        return new Vault(databases.vault(), masters, clock, cachedKeys);
    }

    @Bean
    PersonSearch personSearch(Databases databases, MasterKeys masters) {
        return new PersonSearch(databases.vault(), masters);
    }

    /** A secret of its own, which follows from the one for searches, so that there is one to look after. */
    @Bean
    IdsOfCommands idsOfCommands(MasterKeys masters) {
        return IdsOfCommands.under(masters.token("a secret for the ids that commands make"));
    }

    @Bean
    PreparedEffects preparedEffects(Databases databases, Clock clock) {
        return new VaultWriter(databases.vault(), clock);
    }

    @Bean
    Colleagues colleagues(Databases databases, PersonSearch search) {
        return new Colleagues(databases.vault(), search);
    }

    /** What the history says about destroyed keys is done again here, before anything is served. */
    @Bean
    Erasures erasures(Vault vault, VaultCheck check, EventStore events, EventLog log) {
        var erasures = new Erasures(vault, events, log);
        erasures.again();
        // Whoever was erased has a row again, by which they are known.
        check.require(log);
        return erasures;
    }

    @Bean
    VaultCheck vaultCheck(Databases databases, MasterKeys masters) {
        return new VaultCheck(databases.vault(), masters);
    }

    @Bean("vaultKeys")
    VaultHealth vaultHealth(VaultCheck check) {
        return new VaultHealth(check);
    }

    /** Until its second revision a look did not say whose texts could be shown, and nobody can tell afterwards. */
    @Bean
    static EventCodec.Upcaster looksBeforePeopleWereNamed() {
        return new LooksBeforePeopleWereNamed();
    }

    /** Until its second revision a referral held the referrer's organisation in the clear. */
    @Bean
    static EventCodec.Upcaster referralsBeforeOrganisationsWereSealed() {
        return new ReferralsBeforeOrganisationsWereSealed();
    }

    @Bean
    AccessLedger accessLedger(EventStore events, CommandReceipts receipts, Ids ids) {
        return new AccessLedger(events, receipts, ids);
    }
}
