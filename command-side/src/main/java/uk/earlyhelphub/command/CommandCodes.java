package uk.earlyhelphub.command;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.command.conflict.ConflictRule;
import uk.earlyhelphub.command.connection.ConnectionRule;
import uk.earlyhelphub.command.emergency.EmergencyRule;
import uk.earlyhelphub.command.hubmeeting.HubMeetingRule;
import uk.earlyhelphub.command.operation.ReplayRule;
import uk.earlyhelphub.command.referral.ReferralRule;
import uk.earlyhelphub.command.referral.allocate.AllocationRule;
import uk.earlyhelphub.command.referral.clarify.ClarifyingRule;
import uk.earlyhelphub.command.referral.consent.ConsentRule;
import uk.earlyhelphub.command.referral.correct.CorrectionRule;
import uk.earlyhelphub.command.referral.discuss.DiscussionRule;
import uk.earlyhelphub.command.referral.link.LinkRule;
import uk.earlyhelphub.command.referral.people.PeopleRule;
import uk.earlyhelphub.command.referral.receive.ReceivingRule;
import uk.earlyhelphub.command.referral.share.SharingRule;
import uk.earlyhelphub.command.referral.stepup.HandoverRule;
import uk.earlyhelphub.command.referral.triage.TriageRule;
import uk.earlyhelphub.command.serviceoffer.ServiceOfferRule;
import uk.earlyhelphub.command.staffaccess.StaffAccessRule;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.web.ReasonCodes;

/** The rules of every intention, for the pages of help. */
@Configuration(proxyBeanMethods = false)
public class CommandCodes {

    @Bean
    ReasonCodes codesOfTheCommandSide() {
        return ReasonCodes.of(
                CommonRule.values(),
                ReferralRule.values(),
                ReceivingRule.values(),
                PeopleRule.values(),
                LinkRule.values(),
                ClarifyingRule.values(),
                ConsentRule.values(),
                CorrectionRule.values(),
                TriageRule.values(),
                DiscussionRule.values(),
                AllocationRule.values(),
                SharingRule.values(),
                HandoverRule.values(),
                HubMeetingRule.values(),
                ServiceOfferRule.values(),
                StaffAccessRule.values(),
                ConflictRule.values(),
                ConnectionRule.values(),
                EmergencyRule.values(),
                ReplayRule.values());
    }
}
