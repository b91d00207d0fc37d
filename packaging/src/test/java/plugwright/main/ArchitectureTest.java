package plugwright.main;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house rules that can be seen in the class files, each with its reason. */
class ArchitectureTest {

    /** Packages whose code takes bytes and time as arguments (house rule 1). */
    private static final String[] PURE = {
        "plugwright.model..",
        "plugwright.api..",
        "plugwright.wire..",
        "plugwright.license..",
        "plugwright.meter",
        "plugwright.meter.p1..",
        "plugwright.meter.map..",
        "plugwright.station.control..",
        "plugwright.station.mode3..",
        "plugwright.station.engine..",
        "plugwright.station.sim..",
        "plugwright.station.member..",
        "plugwright.station.network..",
        "plugwright.station.property..",
    };

    /** Test code that breaks each rule on purpose. */
    private static final String[] BROKEN = {
        "plugwright.model.broken",
        "plugwright.session.broken",
        "plugwright.meter.broken",
        "plugwright.station.broken",
        "plugwright.station.control.broken",
        "plugwright.ui.broken",
    };

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("plugwright");

    private static final ArchRule PURE_CODE_OWNS_NOTHING = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .doNotHaveSimpleName("LicenceFiles")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "javax.net..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("cores are pure: what they do can be replayed, tested in virtual time and proven (house rule 1)");

    private static final ArchRule ONE_DOOR_TO_THE_FX_THREAD = noClasses()
            .that()
            .resideInAPackage("plugwright.ui..")
            .and()
            .resideOutsideOfPackage("plugwright.ui.fx..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .because("the window never freezes only if one package decides what runs on its thread (house rule 3)");

    private static final ArchRule CLOCKS_ARE_NOT_MIXED = noClasses()
            .that()
            .resideInAnyPackage(
                    "plugwright.station.control..",
                    "plugwright.station.mode3..",
                    "plugwright.station.engine..",
                    "plugwright.station.sim..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("plugwright.model.WireTime")
            .because("control runs on the site's time, which may run faster or be virtual; sockets do not");

    private static final ArchRule UI_KNOWS_THE_SIMULATED_SITE_IN_ONE_PLACE = noClasses()
            .that()
            .resideInAPackage("plugwright.ui..")
            .and()
            .resideOutsideOfPackage("plugwright.ui.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("plugwright.station..")
            .because("the tool treats simulated stations like real ones; only the test bench looks behind them");

    private static final ArchRule CONTROLS_STAY_IN_THE_UI = noClasses()
            .that()
            .resideOutsideOfPackages("plugwright.ui..", "plugwright.main..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("everything but the screens must run without a display");

    private static final ArchRule PROTOCOL_STANDS_ALONE = noClasses()
            .that()
            .resideInAnyPackage(
                    "plugwright.model..",
                    "plugwright.catalog..",
                    "plugwright.api..",
                    "plugwright.wire..",
                    "plugwright.session..",
                    "plugwright.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "plugwright.license..",
                    "plugwright.discovery..",
                    "plugwright.meter..",
                    "plugwright.station..",
                    "plugwright.ui..",
                    "plugwright.main..")
            .because("dependencies point to the protocol, never from it");

    private static final ArchRule STATIONS_DO_NOT_KNOW_THE_TOOL = noClasses()
            .that()
            .resideInAnyPackage("plugwright.station..", "plugwright.license..", "plugwright.discovery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("plugwright.ui..", "plugwright.main..")
            .because("a station runs without the tool, as real ones do");

    private static final ArchRule METERS_KNOW_THE_PROTOCOL_ONLY = noClasses()
            .that()
            .resideInAPackage("plugwright.meter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "plugwright.license..",
                    "plugwright.discovery..",
                    "plugwright.station..",
                    "plugwright.ui..",
                    "plugwright.main..")
            .because("stations and the tool read meters by the same code, which knows neither");

    private static final ArchRule VIEW_MODELS_HAVE_NO_CONTROLS = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "org.controlsfx..", "atlantafx..")
            .because("view models are tested without a screen (house rule 2)");

    private static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .resideInAPackage("plugwright..")
            .should(BelongTo.aPackageAnnotatedWith(NullMarked.class))
            .because("non-null by default, or the compiler checks nothing (house rule 7)");

    private static final ArchRule NO_STATIC_STATE = fields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("plugwright..")
            .should()
            .beFinal()
            .because("static mutable state joins what was wired apart");

    private static final ArchRule NO_GET_INSTANCE = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("plugwright..")
            .should()
            .haveName("getInstance")
            .because("parts are handed in, not fetched");

    private static final ArchRule NO_CYCLES = slices().matching("plugwright.(**)")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package with two names");

    private static final ArchRule CONSOLE_IS_THE_ONLY_ONE_TO_PRINT = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output belongs to results, one JSON value a line where that is asked for");

    @Test
    void keepsPureCodePure() {
        PURE_CODE_OWNS_NOTHING.check(ALL);
    }

    @Test
    void keepsOneDoorToTheFxThread() {
        ONE_DOOR_TO_THE_FX_THREAD.check(ALL);
    }

    @Test
    void keepsTheTwoClocksApart() {
        CLOCKS_ARE_NOT_MIXED.check(ALL);
    }

    @Test
    void keepsDirections() {
        UI_KNOWS_THE_SIMULATED_SITE_IN_ONE_PLACE.check(ALL);
        CONTROLS_STAY_IN_THE_UI.check(ALL);
        PROTOCOL_STANDS_ALONE.check(ALL);
        STATIONS_DO_NOT_KNOW_THE_TOOL.check(ALL);
        METERS_KNOW_THE_PROTOCOL_ONLY.check(ALL);
        VIEW_MODELS_HAVE_NO_CONTROLS.check(ALL);
        NO_CYCLES.check(ALL);
    }

    @Test
    void keepsPackagesNullMarked() {
        PACKAGES_ARE_NULL_MARKED.check(ALL);
    }

    @Test
    void keepsStateOutOfStatics() {
        NO_STATIC_STATE.check(ALL);
        NO_GET_INSTANCE.check(ALL);
        CONSOLE_IS_THE_ONLY_ONE_TO_PRINT.check(ALL);
    }

    /** A rule that finds nothing in a class that breaks it would be worth nothing. */
    @Test
    void findsViolationsWhenCodeBreaksTheRules() {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
        for (ArchRule rule : List.of(
                PURE_CODE_OWNS_NOTHING,
                ONE_DOOR_TO_THE_FX_THREAD,
                CLOCKS_ARE_NOT_MIXED,
                UI_KNOWS_THE_SIMULATED_SITE_IN_ONE_PLACE,
                CONTROLS_STAY_IN_THE_UI,
                PROTOCOL_STANDS_ALONE,
                STATIONS_DO_NOT_KNOW_THE_TOOL,
                METERS_KNOW_THE_PROTOCOL_ONLY,
                VIEW_MODELS_HAVE_NO_CONTROLS,
                PACKAGES_ARE_NULL_MARKED,
                NO_STATIC_STATE,
                NO_GET_INSTANCE,
                NO_CYCLES,
                CONSOLE_IS_THE_ONLY_ONE_TO_PRINT)) {
            assertThat(violations(rule, broken)).as(rule.getDescription()).isPositive();
        }
    }

    private static int violations(ArchRule rule, JavaClasses classes) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
        return result.getFailureReport().getDetails().size();
    }

    /** Conditions ArchUnit has no words for. */
    private static final class BelongTo {
        static com.tngtech.archunit.lang.ArchCondition<JavaClass> aPackageAnnotatedWith(
                Class<? extends java.lang.annotation.Annotation> annotation) {
            return com.tngtech.archunit.lang.ArchCondition.from(DescribedPredicate.describe(
                    "belong to a package annotated with @" + annotation.getSimpleName(),
                    c -> c.getPackage().isAnnotatedWith(annotation)
                            || c.getModifiers().contains(JavaModifier.SYNTHETIC)));
        }
    }
}
