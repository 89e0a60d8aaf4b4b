package uk.earlyhelphub.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.planted.back.LeaningBack;
import uk.earlyhelphub.command.planted.circle.LeaningOnAnother;
import uk.earlyhelphub.command.referral.planted.CommandThatSends;
import uk.earlyhelphub.command.referral.planted.CommandWithTheVault;
import uk.earlyhelphub.command.referral.planted.RuleWithSql;
import uk.earlyhelphub.command.referral.planted.RuleWithTheWeb;
import uk.earlyhelphub.command.sending.AboutACase;
import uk.earlyhelphub.events.planted.EventsWithSpring;
import uk.earlyhelphub.model.planted.ModelWithSql;
import uk.earlyhelphub.model.planted.StateWithAConnection;
import uk.earlyhelphub.platform.planted.PlatformWithARoom;
import uk.earlyhelphub.query.audittrail.planted.PeekingAtAnotherProjection;
import uk.earlyhelphub.query.planted.LoopingByItself;
import uk.earlyhelphub.query.planted.PeekService;
import uk.earlyhelphub.query.planted.ReadingASettingByItself;
import uk.earlyhelphub.query.planted.RevealingInAProjection;
import uk.earlyhelphub.query.planted.TellingTheTimeByItself;
import uk.earlyhelphub.query.planted.TellingTheTimeOfAPlace;

/** Who may touch what. Every rule is shown a planted violator that it must refuse, so that none can quietly stop working. */
class RoomsTest {
    private static final String ROOT = "uk.earlyhelphub.";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/planted/"))
            .importPackages("uk.earlyhelphub");

    /** What Java brings that reaches nothing outside: no database, no network, no files. */
    private static final DescribedPredicate<JavaClass> PLAIN_JAVA = resideInAnyPackage("java..")
            .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..")))
            .as("plain Java");

    private static final ArchRule EVENTS = classes()
            .that()
            .resideInAPackage(ROOT + "events..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    ROOT + "events..", "java..", "org.jspecify..", "com.fasterxml.jackson.annotation.."))
            .because("the contract is nobody's plumbing");

    private static final ArchRule MODEL = classes()
            .that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "events..", ROOT + "model..", "org.jspecify..")
                    .or(PLAIN_JAVA))
            .because("what follows from the events follows from nothing else");

    private static final String[] INTENTIONS = {
        ROOT + "command.referral..",
        ROOT + "command.hubmeeting..",
        ROOT + "command.serviceoffer..",
        ROOT + "command.staffaccess.."
    };

    /** Endpoints with their forms and what seals these for them, and the one list that a projection keeps. */
    private static final DescribedPredicate<JavaClass> EDGE = DescribedPredicate.describe("at the edge", type -> {
        var outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        var name = outermost.getSimpleName();
        return name.matches(".*(Endpoints?|Form|SealedPerson|package-info)")
                || outermost.isAnnotatedWith(Component.class);
    });

    /** Commands, rules, contexts and definitions: everything beside an intention that is not its edge. */
    private static final ArchRule DECISIONS = classes()
            .that()
            .resideInAnyPackage(INTENTIONS)
            .and(DescribedPredicate.not(EDGE))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            ROOT + "events..", ROOT + "model..", ROOT + "platform.commands..", "org.jspecify..")
                    .or(resideInAnyPackage(INTENTIONS).and(DescribedPredicate.not(EDGE)))
                    .or(type(AboutACase.class))
                    .or(PLAIN_JAVA))
            .because("a decision is pure: no web, no SQL, no vault, no sender, no framework");

    private static final ArchRule PLATFORM = classes()
            .that()
            .resideInAPackage(ROOT + "platform..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            ROOT + "platform..",
                            ROOT + "api",
                            ROOT + "events",
                            ROOT + "events.kernel..",
                            ROOT + "events.metadata..",
                            ROOT + "events.ids..",
                            // What is done to the engine itself: a dead letter is tried again where it is held.
                            ROOT + "events.operations..")
                    .or(DescribedPredicate.not(resideInAnyPackage(ROOT.substring(0, ROOT.length() - 1) + ".."))))
            .because("the platform carries every room and knows none");

    private static final ArchRule SETTINGS = noClasses()
            .should()
            .dependOnClassesThat(type(Value.class))
            .because("a setting is part of a record, with a default, bounds and a line in docs/settings.md");

    private static final ArchRule LOOPS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "platform.engine..", ROOT + "platform.web.connection..", ROOT + "localpostgres..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("make a thread of its own") {
                @Override
                public boolean test(JavaMethodCall call) {
                    var owner = call.getTargetOwner().getName();
                    return owner.equals("java.lang.Thread") && call.getName().equals("ofPlatform")
                            || owner.equals("java.util.concurrent.Executors")
                                    && !call.getName().equals("newVirtualThreadPerTaskExecutor");
                }
            })
            .because("what goes on in the background is watched over, in a Background");

    private static final ArchRule REVEALING = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "query.access..", ROOT + "personaldata..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("reveal") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getName().equals(ROOT + "personaldata.Vault")
                            && call.getName().equals("reveal");
                }
            })
            .because("personal data is revealed in one place only");

    private static final ArchRule TIME = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "platform..", ROOT + "standalone..", ROOT + "localpostgres..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("take time or chance") {
                @Override
                public boolean test(JavaMethodCall call) {
                    var owner = call.getTargetOwner().getName();
                    var given = call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(p -> p.isEquivalentTo(Clock.class));
                    return owner.startsWith("java.time.") && call.getName().equals("now") && !given
                            || owner.equals("java.lang.System")
                                    && call.getName().equals("currentTimeMillis")
                            || owner.equals("java.lang.Math") && call.getName().equals("random")
                            || owner.equals("java.util.UUID") && call.getName().equals("randomUUID");
                }
            })
            .because("time and ids are given, never taken");

    private static final ArchRule NAMES = noClasses()
            .that()
            .resideInAPackage("uk.earlyhelphub..")
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .because("a service is the help a family is offered, and the other words say nothing");

    /** {@code AllocateService}, {@code StartService} and {@code EndService} are about a service in just that sense. */
    private static final java.util.Set<String> ABOUT_A_SERVICE =
            java.util.Set.of("AllocateService", "StartService", "EndService");

    private static final ArchRule PROJECTIONS = com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
            .matching(ROOT + "query.(*)..")
            .should()
            .beFreeOfCycles()
            .because("one reader's question does not lean on another's");

    private static final ArchRule COMMANDS = com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
            .matching(ROOT + "command.(**)")
            .should()
            .beFreeOfCycles()
            .because("an intention leans on its stream, and no stream on its intentions");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Named.of("events", EVENTS), EventsWithSpring.class, "JdbcTemplate"),
                Arguments.of(Named.of("model", MODEL), ModelWithSql.class, "JdbcTemplate"),
                Arguments.of(Named.of("states", MODEL), StateWithAConnection.class, "java.sql.Connection"),
                Arguments.of(Named.of("rules and SQL", DECISIONS), RuleWithSql.class, "JdbcTemplate"),
                Arguments.of(Named.of("rules and the web", DECISIONS), RuleWithTheWeb.class, "HttpServletRequest"),
                Arguments.of(
                        Named.of("commands and the vault", DECISIONS), CommandWithTheVault.class, "personaldata.Vault"),
                Arguments.of(Named.of("commands and senders", DECISIONS), CommandThatSends.class, "CommandSender"),
                Arguments.of(Named.of("platform", PLATFORM), PlatformWithARoom.class, "StaffAccessEnded"),
                Arguments.of(Named.of("settings", SETTINGS), ReadingASettingByItself.class, "annotation.Value"),
                Arguments.of(Named.of("loops", LOOPS), LoopingByItself.class, "Thread.ofPlatform"),
                Arguments.of(Named.of("revealing", REVEALING), RevealingInAProjection.class, "Vault.reveal"),
                Arguments.of(Named.of("time", TIME), TellingTheTimeByItself.class, "Instant.now()"),
                Arguments.of(Named.of("time in a zone", TIME), TellingTheTimeOfAPlace.class, "LocalDate.now("),
                Arguments.of(Named.of("names", NAMES), PeekService.class, "PeekService"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(ArchRule rule, Class<?> planted, String why) {
        rule.check(PRODUCT.that(DescribedPredicate.not(DescribedPredicate.describe(
                "about a service", (JavaClass c) -> ABOUT_A_SERVICE.contains(c.getSimpleName()) && rule == NAMES))));
    }

    /** And for that reason: every line of what it has against it is about what was planted. */
    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_refuses_its_planted_violator(ArchRule rule, Class<?> planted, String why) {
        var violator = new ClassFileImporter().importClasses(planted);
        assertThat(rule.evaluate(violator).getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(why));
    }

    @Test
    void intentions_do_not_lean_on_each_other_in_a_circle() {
        COMMANDS.check(PRODUCT);
        var circle = new ClassFileImporter().importClasses(LeaningOnAnother.class, LeaningBack.class);
        assertThat(COMMANDS.evaluate(circle).hasViolation()).isTrue();
    }

    @Test
    void questions_do_not_lean_on_each_other_in_a_circle() {
        PROJECTIONS.check(PRODUCT);
        var circle =
                new ClassFileImporter().importClasses(PeekingAtAnotherProjection.class, RevealingInAProjection.class);
        assertThat(PROJECTIONS.evaluate(circle).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "model", "platform", "command", "query"})
    void packages_of_a_module_do_not_lean_on_each_other_in_a_circle(String module) {
        com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                .matching(ROOT + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that cannot be read without another is one with it")
                .check(PRODUCT);
    }
}
