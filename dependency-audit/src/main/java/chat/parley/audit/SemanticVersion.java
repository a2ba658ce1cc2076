package chat.parley.audit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * A version in the order of Semantic Versioning 2.0.0, section 11.
 *
 * @param numbers major, minor, patch
 * @param preRelease its identifiers; empty for a release
 */
record SemanticVersion(List<BigInteger> numbers, List<String> preRelease) implements Comparable<SemanticVersion> {

    /** Build metadata is left out; a number that is missing counts as zero. */
    static SemanticVersion of(String version) {
        String[] parts = version.split("\\+", 2)[0].split("-", 2);
        return new SemanticVersion(
                Arrays.stream(parts[0].split("\\.")).map(BigInteger::new).toList(),
                parts.length == 1 ? List.of() : List.of(parts[1].split("\\.")));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int byNumber = number(i).compareTo(other.number(i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
            int byIdentifier = compare(preRelease.get(i), other.preRelease.get(i));
            if (byIdentifier != 0) {
                return byIdentifier;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    /** Numbers by their value and before words. */
    private static int compare(String one, String other) {
        boolean isNumber = one.matches("\\d+");
        boolean otherIsNumber = other.matches("\\d+");
        if (isNumber && otherIsNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return isNumber == otherIsNumber ? one.compareTo(other) : Boolean.compare(otherIsNumber, isNumber);
    }
}
