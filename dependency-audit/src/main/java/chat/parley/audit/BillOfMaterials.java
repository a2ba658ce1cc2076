package chat.parley.audit;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product is made of, as CycloneDX documents in JSON tell it. */
record BillOfMaterials(Set<UsedPackage> packages) {

    private static final Pattern OWN = Pattern.compile("chat\\.parley:.*|@parley/.*");

    static BillOfMaterials read(List<Path> files) {
        Set<UsedPackage> packages = new LinkedHashSet<>();
        for (Path file : files) {
            JsonNode document = JsonMapper.shared().readTree(file);
            if (!document.path("bomFormat").asString("").equals("CycloneDX")) {
                throw new IllegalArgumentException(file + " is not a CycloneDX document in JSON");
            }
            components(document)
                    .map(component -> component.path("purl").asString(""))
                    .flatMap(purl -> UsedPackage.ofPurl(purl).stream())
                    .filter(found -> !OWN.matcher(found.name()).matches())
                    .forEach(packages::add);
        }
        return new BillOfMaterials(packages);
    }

    /** Components have components. */
    private static Stream<JsonNode> components(JsonNode parent) {
        return parent.path("components")
                .valueStream()
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    long count(Ecosystem ecosystem) {
        return packages.stream().filter(each -> each.ecosystem() == ecosystem).count();
    }
}
