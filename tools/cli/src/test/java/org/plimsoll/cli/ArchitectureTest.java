package org.plimsoll.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture, as bytecode has them. */
class ArchitectureTest {

  private static JavaClasses all;

  @BeforeAll
  static void readEveryClass() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.plimsoll");
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module :
        Set.of(
            "vocabulary",
            "naval",
            "telemetry",
            "configuration",
            "web",
            "shore",
            "embedded",
            "cli")) {
      assertThat(all).anyMatch(type -> type.getPackageName().startsWith("org.plimsoll." + module));
    }
  }

  @Test
  void protocolsStandAlone() {
    check(
        classes()
            .that()
            .resideInAnyPackage("org.plimsoll.vocabulary..", "org.plimsoll.protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "org.plimsoll.vocabulary..",
                "org.plimsoll.protocol.."));
  }

  @Test
  void navalArchitectureIsPure() {
    check(
        classes()
            .that()
            .resideInAPackage("org.plimsoll.naval..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java.lang..",
                "java.util..",
                "java.math..",
                "java.time..",
                "java.io..",
                "org.jspecify..",
                "org.plimsoll.naval..",
                "org.plimsoll.vocabulary.."));
  }

  @Test
  void theContractSeesNothingButTheVocabulary() {
    check(notSeeing("telemetry", "protocol", "naval", "configuration", "web", "vessel", "shore"));
  }

  @Test
  void configurationAndPagesSeeNoPartOfTheLine() {
    check(notSeeing("configuration", "protocol", "naval", "telemetry", "web", "vessel", "shore"));
    check(notSeeing("web", "protocol", "naval", "configuration", "vessel", "shore"));
    check(
        notSeeing(
            "embedded", "protocol", "naval", "telemetry", "configuration", "vessel", "shore"));
  }

  @Test
  void shipAndShoreNeverSeeEachOther() {
    check(notSeeing("vessel", "shore", "embedded"));
    check(notSeeing("shore", "vessel", "embedded", "naval"));
  }

  @Test
  void theGatewayDoesNotSeeTheTools() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.plimsoll.cli..", "org.plimsoll.simulator..", "org.plimsoll.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.plimsoll.cli..", "org.plimsoll.simulator..", "org.plimsoll.bench.."));
  }

  @Test
  void theShipsCommandsRunWithoutBrokerStoreAndShore() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.plimsoll.cli.aboard..", "org.plimsoll.cli.terminal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.plimsoll.cli",
                "org.plimsoll.shore..",
                "org.plimsoll.embedded..",
                "org.plimsoll.simulator..",
                "org.plimsoll.bench..",
                "com.influxdb..",
                "io.questdb..",
                "org.apache.activemq.."));
  }

  @Test
  void everyLibraryHasOneFence() {
    Map<String, String[]> fences =
        Map.of(
            "org.eclipse.paho..", new String[] {"org.plimsoll.telemetry.mqtt.."},
            "jssc..", new String[] {"org.plimsoll.vessel.line.."},
            "com.influxdb..", new String[] {"org.plimsoll.shore.."},
            "io.questdb..", new String[] {"org.plimsoll.embedded.."},
            "org.apache.activemq..", new String[] {"org.plimsoll.embedded.."},
            "org.snakeyaml..", new String[] {"org.plimsoll.configuration.."},
            "picocli..", new String[] {"org.plimsoll.cli.."},
            "com.sun.jna..", new String[] {"org.plimsoll.simulator.."},
            "ch.qos.logback..", new String[] {"org.plimsoll.cli.terminal.."});
    fences.forEach(
        (library, owners) ->
            check(
                noClasses()
                    .that()
                    .resideOutsideOfPackages(owners)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("org.plimsoll.(**)").should().beFreeOfCycles());
  }

  /**
   * Time is handed in. Composition roots pass {@code InstantSource.system()} and {@code
   * System::nanoTime}; the tools measure real processes.
   */
  @Test
  void logicDoesNotAskTheClock() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.plimsoll.cli..", "org.plimsoll.bench..", "org.plimsoll.simulator..")
            .should()
            .accessTargetWhere(asksTheClock())
            .orShould()
            .callMethod(Clock.class, "systemUTC"));
  }

  @Test
  void onlyCompositionRootsTakeTheSystemsTime() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.plimsoll.cli..", "org.plimsoll.bench..", "org.plimsoll.simulator..")
            .and()
            .haveSimpleNameNotEndingWith("VesselGateway")
            .and()
            .haveSimpleNameNotEndingWith("ShoreStation")
            .should()
            .callMethod(InstantSource.class, "system"));
  }

  @Test
  void nothingIsNamedAfterItsKind() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*(Manager|Impl|Helper|Utils?|Service|Processor|DTO|Dto|Abstract[A-Z]\\w*)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..model.."));
  }

  @Test
  void nothingMutableIsStatic() {
    check(fields().that().areStatic().and().doNotHaveModifier(SYNTHETIC).should().beFinal());
  }

  @Test
  void onlyCommandsTalkToTheTerminal() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.plimsoll.cli..", "org.plimsoll.bench..")
            .and()
            .haveSimpleNameNotStartingWith("QuietConsole")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  private static final com.tngtech.archunit.core.domain.JavaModifier SYNTHETIC =
      com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;

  private static DescribedPredicate<JavaAccess<?>> asksTheClock() {
    Set<String> dates =
        Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());
    return DescribedPredicate.describe(
        "the system's clock",
        access -> {
          String owner = access.getTargetOwner().getName();
          String method = access.getTarget().getName();
          boolean ticks =
              owner.equals("java.lang.System") && (method.equals("currentTimeMillis"))
                  || owner.equals("java.lang.System")
                      && method.equals("nanoTime")
                      && !isComposition(access.getOriginOwner());
          return ticks || dates.contains(owner) && method.equals("now");
        });
  }

  private static boolean isComposition(JavaClass type) {
    return Set.of("VesselGateway", "ShoreStation").contains(type.getSimpleName());
  }

  private static ArchRule notSeeing(String module, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = "org.plimsoll." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("org.plimsoll." + module + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(all);
  }
}
