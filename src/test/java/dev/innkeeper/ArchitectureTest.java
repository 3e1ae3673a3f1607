package dev.innkeeper;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Imports point one way: web and process to feature to facts. A rule that matches no class fails as
 * well, so none can outlive what it is about.
 */
@AnalyzeClasses(packages = "dev.innkeeper", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CAMUNDA = {"org.camunda.."};
    private static final String[] DROOLS = {"org.kie..", "org.drools.."};
    private static final String[] SPRING_WEB = {
        "org.springframework.web..", "org.springframework.http..", "jakarta.servlet.."
    };

    @ArchTest
    static final ArchRule onlyDecisionsKnowDrools =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.innkeeper.decision..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(DROOLS);

    @ArchTest
    static final ArchRule onlyProcessesWorkflowAndSecurityKnowTheEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.innkeeper.*.process..",
                            "dev.innkeeper.workflow..",
                            "dev.innkeeper.security..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CAMUNDA);

    @ArchTest
    static final ArchRule casesKnowNeitherEngineNorDroolsNorTheWeb =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.innkeeper.complaint",
                            "dev.innkeeper.keyaccount",
                            "dev.innkeeper.creditreview",
                            "dev.innkeeper.*.facts",
                            "dev.innkeeper.customer",
                            "dev.innkeeper.casefile..",
                            "dev.innkeeper.calendar..",
                            "dev.innkeeper.common..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(CAMUNDA)
                                    .or(resideInAnyPackage(DROOLS))
                                    .or(resideInAnyPackage(SPRING_WEB)));

    @ArchTest
    static final ArchRule featuresDoNotKnowTheirDoors =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.innkeeper.complaint",
                            "dev.innkeeper.keyaccount",
                            "dev.innkeeper.creditreview",
                            "dev.innkeeper.*.facts",
                            "dev.innkeeper.customer")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.innkeeper.*.web..",
                            "dev.innkeeper.*.process..",
                            "dev.innkeeper.api..",
                            "dev.innkeeper.workflow..",
                            "dev.innkeeper.security..");

    @ArchTest
    static final ArchRule factsKnowOnlyTheQuestionsTheyAnswer =
            classes()
                    .that()
                    .resideInAPackage("dev.innkeeper.*.facts")
                    .should()
                    .onlyDependOnClassesThat(
                            not(resideInAPackage("dev.innkeeper.."))
                                    .or(
                                            resideInAnyPackage(
                                                    "dev.innkeeper.*.facts",
                                                    "dev.innkeeper.decision",
                                                    "dev.innkeeper.common")));

    @ArchTest
    static final ArchRule factsOfOneFeatureKnowNoneOfAnother =
            slices().matching("dev.innkeeper.(*).facts").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule commonValuesStandAlone =
            noClasses()
                    .that()
                    .resideInAPackage("dev.innkeeper.common..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.innkeeper..")
                                    .and(not(resideInAPackage("dev.innkeeper.common.."))));

    @ArchTest
    static final ArchRule whatFeaturesStandOnKnowsNoFeature =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.innkeeper.decision..",
                            "dev.innkeeper.workflow..",
                            "dev.innkeeper.notification..",
                            "dev.innkeeper.database..",
                            "dev.innkeeper.casefile..",
                            "dev.innkeeper.calendar..",
                            "dev.innkeeper.security..",
                            "dev.innkeeper.nightly..",
                            "dev.innkeeper.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.innkeeper.complaint..",
                            "dev.innkeeper.customer..",
                            "dev.innkeeper.creditreview..",
                            "dev.innkeeper.keyaccount..");

    @ArchTest
    static final ArchRule aFeatureKnowsOfAnotherOnlyItsDesk =
            noClasses()
                    .that()
                    .resideInAPackage("dev.innkeeper.customer..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.innkeeper.complaint..")
                                    .and(not(simpleNameEndingWith("Desk"))));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.innkeeper.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForTheTime =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.innkeeper.workflow..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone");
}
