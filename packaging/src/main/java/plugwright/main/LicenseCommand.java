package plugwright.main;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceExplanation;
import plugwright.license.LicenceIssuer;
import plugwright.license.LicenceKey;
import plugwright.license.file.LicenceFiles;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Course;
import plugwright.session.RebootWatch;
import plugwright.session.WorkStep;
import plugwright.settings.KeyInstallation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright license}: issues, shows and installs licence keys. */
@Command(name = "license", description = "Issues, shows and installs licence keys.", mixinStandardHelpOptions = true)
final class LicenseCommand {

    private final Wiring wiring;

    LicenseCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(
            description = "Issues a key for one station, signed with a private key of the caller's.",
            mixinStandardHelpOptions = true)
    int issue(
            @Option(names = "--serial", required = true, paramLabel = "SERIAL", description = "The station it is for.")
                    String serial,
            @Option(
                            names = "--feature",
                            required = true,
                            split = ",",
                            paramLabel = "SLB|ALB|SCN",
                            description = "What it unlocks; ALB includes SLB, SCN includes both.")
                    List<String> features,
            @Option(names = "--issuer-key", paramLabel = "FILE", description = "Ed25519 private key, PKCS#8 PEM.")
                    @Nullable Path issuerKey,
            @Option(names = "--key-id", paramLabel = "N", description = "The issuer's id, as stations know it.")
                    @Nullable Integer keyId,
            @Option(
                            names = "--demo",
                            description = "Sign as the demo issuer: accepted by simulated stations only.")
                    boolean demo,
            @Option(names = "--expires", paramLabel = "YYYY-MM-DD", description = "Last day; without it the key does not end.")
                    @Nullable LocalDate expires,
            @Option(names = "--number", defaultValue = "1", paramLabel = "N", description = "The issuer's own number of it.")
                    int number,
            @Option(names = "--out", paramLabel = "FILE", description = "Also write it as a .lic file.") @Nullable
                    Path out,
            @Option(names = "--json", description = "One JSON value.") boolean json) {
        if (!StationId.isValid(serial)) {
            return argument("\"" + serial + "\" is not a serial number.");
        }
        List<Feature> asked = new ArrayList<>();
        for (String name : features) {
            Optional<Feature> feature = Feature.ofCode(name);
            if (feature.isEmpty()) {
                return argument("\"" + name + "\" is not a feature. Write SLB, ALB or SCN.");
            }
            asked.add(feature.get());
        }
        Outcome<LicenceKey> key = issuer(issuerKey, keyId, demo)
                .flatMap(issuer -> issuer.issue(
                        new StationId(serial),
                        FeatureSet.of(asked.toArray(Feature[]::new)),
                        LocalDate.now(ZoneOffset.UTC),
                        Optional.ofNullable(expires),
                        number))
                .flatMap(made -> out == null
                        ? Outcome.ok(made)
                        : LicenceFiles.writeKey(out, made).map(_ -> made));
        return switch (key) {
            case Outcome.Failed<LicenceKey>(var problem) -> wiring.console().fail(problem);
            case Outcome.Ok<LicenceKey>(var made) -> tell(made, json);
        };
    }

    private int tell(LicenceKey key, boolean json) {
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("key", key.text());
            wiring.console().json(node);
        } else {
            wiring.console().say(key.text());
        }
        return ExitCode.OK;
    }

    @Command(description = "Says what a key unlocks, for whom and until when.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "KEY|FILE", description = "The key as typed, or a .lic file.") String text,
            @Option(names = "--serial", paramLabel = "SERIAL", description = "Compare with this station.") @Nullable
                    String serial,
            @Option(names = "--json", description = "One JSON value.") boolean json) {
        if (serial != null && !StationId.isValid(serial)) {
            return argument("\"" + serial + "\" is not a serial number.");
        }
        Optional<StationId> station = Optional.ofNullable(serial).map(StationId::new);
        return switch (read(text)) {
            case Outcome.Failed<LicenceKey>(var problem) -> wiring.console().fail(problem);
            case Outcome.Ok<LicenceKey>(var key) -> explain(LicenceExplanation.of(key, station), json);
        };
    }

    private int explain(LicenceExplanation key, boolean json) {
        String expires = key.expiresOn().map(LocalDate::toString).orElse("");
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("keyId", key.keyId());
            node.put("product", key.product());
            ArrayNode features = node.putArray("features");
            key.features().features().forEach(f -> features.add(f.code()));
            node.put("issued", key.issuedOn().toString());
            node.put("expires", expires);
            node.put("number", key.number());
            if (key.fit() != LicenceExplanation.Fit.NOT_ASKED) {
                node.put("matchesSerial", key.fit() == LicenceExplanation.Fit.MATCHES_SERIAL);
            }
            wiring.console().json(node);
        } else {
            wiring.console()
                    .say("Unlocks  "
                            + key.features().features().stream()
                                    .map(f -> f.displayName(Locale.getDefault()))
                                    .collect(Collectors.joining(", ")));
            wiring.console().say("Issued   " + key.issuedOn() + " by issuer " + key.keyId() + ", number " + key.number());
            wiring.console().say("Ends     " + (expires.isEmpty() ? "never" : expires));
        }
        if (key.fit() == LicenceExplanation.Fit.OTHER_SERIAL) {
            wiring.console().note("It is for another station than the one asked about.");
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }

    /** A file if there is one of that name, else the key itself. */
    private static Outcome<LicenceKey> read(String text) {
        try {
            Path file = Path.of(text);
            if (Files.isRegularFile(file)) {
                return LicenceFiles.readKey(file);
            }
        } catch (InvalidPathException notAFile) {
            return LicenceKey.parse(text);
        }
        return LicenceKey.parse(text);
    }

    @Command(
            description = "Hands a key to a station, which judges it, and waits for its reboot.",
            mixinStandardHelpOptions = true)
    int install(
            @Mixin StationOptions station,
            @Parameters(paramLabel = "KEY|FILE", description = "The key as typed, or a .lic file.") String text,
            @Option(names = "--json", description = "One JSON value.") boolean json) {
        // A file is read here; what was typed goes to the station untouched: it is the judge.
        String key = read(text) instanceof Outcome.Ok<LicenceKey>(var known) ? known.text() : text;
        return station.loggedIn(wiring, session -> {
            RebootWatch watch = RebootWatch.real(session.link(), wiring.linkEnvironment());
            Outcome<KeyInstallation.Unlocked> installed = new KeyInstallation(session.link(), watch)
                    .install(key, course())
                    .join();
            return switch (installed) {
                case Outcome.Failed<KeyInstallation.Unlocked>(var problem) -> wiring.console().fail(problem);
                case Outcome.Ok<KeyInstallation.Unlocked>(var unlocked) -> unlocked(unlocked, json);
            };
        });
    }

    /** Says early when the station takes longer to come back than it should. */
    private Course course() {
        Course course = new Course();
        course.onStep(step -> {
            if (step instanceof WorkStep.AwaitingReturn(var usual, var late) && late == WorkStep.Lateness.LATE) {
                wiring.console()
                        .note("The station is not back yet, though " + usual.toSeconds()
                                + " s are usual. Check its power, its display and the network cable. It is still waited for.");
            }
        });
        return course;
    }

    private int unlocked(KeyInstallation.Unlocked unlocked, boolean json) {
        FeatureSet now = FeatureSet.ofBits((int) unlocked.after());
        if (json) {
            ObjectNode node = wiring.console().object();
            ArrayNode features = node.putArray("features");
            now.features().forEach(f -> features.add(f.code()));
            wiring.console().json(node);
        } else {
            wiring.console()
                    .say("Unlocked: "
                            + now.features().stream()
                                    .map(f -> f.displayName(Locale.getDefault()))
                                    .collect(Collectors.joining(", ")));
        }
        return ExitCode.OK;
    }

    private Outcome<LicenceIssuer> issuer(@Nullable Path file, @Nullable Integer keyId, boolean demo) {
        if (demo) {
            return Outcome.ok(LicenceIssuer.demo());
        }
        if (file == null || keyId == null) {
            return Outcome.failed(
                    ProblemCode.BAD_ARGUMENT,
                    "Name the issuer's private key with --issuer-key and --key-id, or sign for simulated stations with"
                            + " --demo.");
        }
        return LicenceFiles.readIssuer(keyId, file);
    }

    private int argument(String why) {
        return wiring.console().fail(Problem.of(ProblemCode.BAD_ARGUMENT, why));
    }
}
