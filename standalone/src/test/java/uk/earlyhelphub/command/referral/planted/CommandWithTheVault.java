package uk.earlyhelphub.command.referral.planted;

import uk.earlyhelphub.personaldata.Vault;

/** Planted: a rule must refuse it. */
public record CommandWithTheVault(Vault vault) {}
