package plugwright.main;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plugwright.api.PropertyRow;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyRules;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.RequestClass;
import plugwright.settings.Edit;
import plugwright.settings.SaveResult;
import plugwright.settings.SettingsPort;
import plugwright.settings.WriteOutcome;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright settings}: what a station holds, and changing it with read-back. */
@Command(name = "settings", description = "Reads and writes a station's settings.", mixinStandardHelpOptions = true)
final class SettingsCommand {

    private final Wiring wiring;

    SettingsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(description = "Lists the properties that are known, without asking a station.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "One JSON value a line.") boolean json) {
        for (Property property : wiring.catalogue().all()) {
            if (json) {
                ObjectNode node = wiring.console().object();
                node.put("id", property.id().toString());
                node.put("description", property.description());
                node.put("unit", property.unit());
                node.put("backOfficeKey", property.backOfficeKey());
                wiring.console().json(node);
            } else {
                wiring.console().say(property.id() + "\t" + property.description());
            }
        }
        return ExitCode.OK;
    }

    @Command(
            description = "Reads properties, by identifier or back-office key; all of the station if none is named.",
            mixinStandardHelpOptions = true)
    int get(
            @Mixin StationOptions station,
            @Option(names = "--json", description = "One JSON value a line.") boolean json,
            @Parameters(paramLabel = "ID", arity = "0..*", description = "2062_0, or Station-MaxCurrent.")
                    @Nullable List<String> names) {
        List<PropertyId> ids = new ArrayList<>();
        for (String name : names == null ? List.<String>of() : names) {
            Optional<PropertyId> id = find(name);
            if (id.isEmpty()) {
                return wiring.console().fail(Problem.of(ProblemCode.UNKNOWN_PROPERTY, name));
            }
            ids.add(id.get());
        }
        return station.loggedIn(
                wiring,
                session -> switch (StationOptions.await(
                        ids.isEmpty()
                                ? session.link().readAll(RequestClass.USER)
                                : session.link().read(RequestClass.USER, ids))) {
                    case Outcome.Failed<List<PropertyRow>>(var problem) -> wiring.console().fail(problem);
                    case Outcome.Ok<List<PropertyRow>>(var rows) -> show(
                            ids.isEmpty() ? rows.stream().map(PropertyRow::id).toList() : ids, rows, json);
                });
    }

    private int show(List<PropertyId> ids, List<PropertyRow> rows, boolean json) {
        int code = ExitCode.OK;
        for (PropertyId id : ids) {
            Optional<PropertyRow> row = rows.stream().filter(r -> r.id().equals(id)).findFirst();
            if (row.isEmpty()) {
                code = wiring.console().fail(Problem.of(ProblemCode.UNKNOWN_TO_FIRMWARE, id.toString()));
            } else {
                show(row.get(), json);
            }
        }
        return code;
    }

    private void show(PropertyRow row, boolean json) {
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("id", row.id().toString());
            put(node, "value", row.value());
            wiring.console().json(node);
        } else {
            String unit = wiring.catalogue().find(row.id()).map(Property::unit).orElse("");
            wiring.console().say(row.id() + " = " + row.value().text() + (unit.isEmpty() ? "" : " " + unit));
        }
    }

    private static void put(ObjectNode node, String name, PropertyValue value) {
        switch (value) {
            case PropertyValue.Whole whole -> node.put(name, whole.value());
            case PropertyValue.Real real -> node.put(name, real.value());
            case PropertyValue.Text text -> node.put(name, text.value());
        }
    }

    @Command(
            description = "Writes properties, reads them back, and says what became of each.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin StationOptions station,
            @Option(names = "--json", description = "One JSON value a line.") boolean json,
            @Parameters(paramLabel = "ID=VALUE", arity = "1..*", description = "2062_0=25, or Station-MaxCurrent=25.")
                    List<String> assignments) {
        List<Edit> edits = new ArrayList<>();
        for (String assignment : assignments) {
            switch (parse(assignment)) {
                case Outcome.Failed<Edit>(var problem) -> {
                    return wiring.console().fail(problem);
                }
                case Outcome.Ok<Edit>(var edit) -> edits.add(edit);
            }
        }
        return station.loggedIn(wiring, session -> {
            Outcome<SaveResult> saved = StationOptions.await(wiring.writer()
                    .save(new StationId(session.who().objectId()), edits, SettingsPort.of(session.link())));
            return switch (saved) {
                case Outcome.Failed<SaveResult>(var problem) -> wiring.console().fail(problem);
                case Outcome.Ok<SaveResult>(var result) -> report(result, edits, json);
            };
        });
    }

    private Outcome<Edit> parse(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            return Outcome.failed(
                    ProblemCode.BAD_ARGUMENT, "\"" + assignment + "\" is not ID=VALUE. Write it like 2062_0=25.");
        }
        String name = assignment.substring(0, equals);
        Optional<PropertyId> id = find(name);
        return id.isEmpty()
                ? Outcome.failed(ProblemCode.UNKNOWN_PROPERTY, name)
                : PropertyRules.parse(wiring.catalogue().get(id.get()), assignment.substring(equals + 1))
                        .map(value -> new Edit.Replace(id.get(), value));
    }

    private Optional<PropertyId> find(String name) {
        Catalogue catalogue = wiring.catalogue();
        Optional<PropertyId> id = PropertyId.parse(name).filter(i -> catalogue.find(i).isPresent());
        if (id.isPresent()) {
            return id;
        }
        List<Property> byKey = catalogue.all().stream()
                .filter(p -> p.backOfficeKey().equalsIgnoreCase(name))
                .toList();
        return byKey.size() == 1 ? Optional.of(byKey.getFirst().id()) : Optional.empty();
    }

    private int report(SaveResult result, List<Edit> edits, boolean json) {
        Set<PropertyId> told = new HashSet<>();
        for (WriteOutcome outcome : result.outcomes()) {
            told.add(outcome.id());
            String kind = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            became(outcome.id(), kind, problem(outcome), json);
            problem(outcome).ifPresent(wiring.console()::fail);
        }
        // What the station holds already is not written again.
        edits.stream()
                .map(Edit::id)
                .filter(told::add)
                .forEach(id -> became(id, "unchanged", Optional.empty(), json));
        if (!result.reboot().isEmpty()) {
            wiring.console().note("Works after a reboot of the station: "
                    + result.reboot().stream().map(PropertyId::toString).collect(Collectors.joining(", ")));
        }
        return result.isComplete() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void became(PropertyId id, String outcome, Optional<Problem> why, boolean json) {
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("id", id.toString());
            node.put("outcome", outcome);
            why.ifPresent(p -> node.put("code", p.code().code()));
            wiring.console().json(node);
        } else {
            wiring.console().say(id + " " + outcome);
        }
    }

    private static Optional<Problem> problem(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Refused refused -> Optional.of(refused.problem());
            case WriteOutcome.Lost lost -> Optional.of(lost.problem());
            case WriteOutcome.NotWritten not -> Optional.of(not.problem());
            case WriteOutcome.Adjusted adjusted -> Optional.of(Problem.of(
                    ProblemCode.ADJUSTED_BY_STATION,
                    adjusted.id().toString(),
                    adjusted.asked().text(),
                    adjusted.held().text()));
            case WriteOutcome.Written _, WriteOutcome.SentUnseen _ -> Optional.empty();
        };
    }
}
