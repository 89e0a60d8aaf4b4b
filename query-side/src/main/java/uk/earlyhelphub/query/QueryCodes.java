package uk.earlyhelphub.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.web.ReasonCodes;
import uk.earlyhelphub.query.access.ExportLimit;
import uk.earlyhelphub.query.access.ReadingRule;
import uk.earlyhelphub.query.accountabilitypack.PackLimit;
import uk.earlyhelphub.query.accountabilitypack.PackRule;
import uk.earlyhelphub.query.audittrail.TrailRule;
import uk.earlyhelphub.query.casefile.CaseFileRule;
import uk.earlyhelphub.query.personsearch.SearchRule;
import uk.earlyhelphub.query.proof.ProofRule;
import uk.earlyhelphub.query.replay.FollowingLimit;

/** The rules and limits of every question, for the pages of help. */
@Configuration(proxyBeanMethods = false)
public class QueryCodes {

    @Bean
    ReasonCodes codesOfTheQuerySide() {
        return ReasonCodes.of(
                CommonRule.values(),
                ReadingRule.values(),
                ExportLimit.values(),
                CaseFileRule.values(),
                TrailRule.values(),
                PackRule.values(),
                PackLimit.values(),
                SearchRule.values(),
                ProofRule.values(),
                FollowingLimit.values());
    }
}
