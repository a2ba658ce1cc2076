package chat.parley.acceptance;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A place in the product that refuses somebody for who they are: {@code throw new Refused(…)}, found in the classes as they are compiled, so that a
 * new one is found too. It can be taken out: what stands behind the condition is then reached by everyone.
 *
 * @param name as in {@code Conversation.requireGroupOf}; with the parameters where there are several of that name, and a number where one method has several
 * @param begin the first of the elements of its method that make the refusal and throw it
 */
record Check(String name, Reason reason, String className, String method, int begin, int end, boolean isArm) {

    private static final ClassDesc REFUSED = Refused.class.describeConstable().orElseThrow();
    private static final ClassDesc REASON = Reason.class.describeConstable().orElseThrow();

    /** All that refuse for one of these reasons. */
    static List<Check> all(Set<Reason> reasons) {
        List<Check> found = new ArrayList<>();
        for (byte[] bytes : productClasses()) {
            ClassModel model = ClassFile.of().parse(bytes);
            Map<String, Integer> counted = new HashMap<>();
            for (MethodModel method : model.methods()) {
                method.code().ifPresent(code -> found.addAll(in(model, method, code, counted, reasons)));
            }
        }
        return found;
    }

    private static List<Check> in(
            ClassModel model, MethodModel method, CodeModel code, Map<String, Integer> counted, Set<Reason> reasons) {
        List<CodeElement> elements = code.elementList();
        String className = model.thisClass().asInternalName().replace('/', '.');
        String simple = className.substring(className.lastIndexOf('.') + 1);
        List<Check> found = new ArrayList<>();
        for (int end = 0; end < elements.size(); end++) {
            int begin = elements.get(end) instanceof ThrowInstruction ? beginOf(elements, end) : -1;
            Reason reason = begin < 0 ? null : reasonIn(elements.subList(begin, end));
            if (reason != null && reasons.contains(reason)) {
                String name = simple + "." + method.methodName().stringValue()
                        + (isOverloaded(model, method) ? parameters(method) : "");
                int count = counted.merge(name, 1, Integer::sum);
                String numbered = count == 1 ? name : name + " " + count;
                found.add(new Check(
                        numbered,
                        reason,
                        className,
                        method.methodName().stringValue() + method.methodType().stringValue(),
                        begin,
                        end,
                        !isBehindCondition(elements, begin)));
            }
        }
        return found;
    }

    private static boolean isOverloaded(ClassModel model, MethodModel method) {
        return model.methods().stream()
                        .filter(each -> each.methodName().equals(method.methodName()))
                        .count()
                > 1;
    }

    private static String parameters(MethodModel method) {
        return method.methodTypeSymbol().parameterList().stream()
                .map(ClassDesc::displayName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Where the exception that is thrown here is begun to be made, if it is made here. */
    private static int beginOf(List<CodeElement> elements, int end) {
        for (int at = end - 1; at >= 0 && !(elements.get(at) instanceof BranchInstruction); at--) {
            if (elements.get(at) instanceof NewObjectInstruction made
                    && made.className().asSymbol().equals(REFUSED)) {
                return at;
            }
            if (elements.get(at) instanceof ConstantInstruction constant
                    && constant.constantValue() instanceof String
                    && isMadeForField(elements.subList(at, end))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isMadeForField(List<CodeElement> elements) {
        return elements.stream()
                .anyMatch(element -> element instanceof InvokeInstruction call
                        && call.owner().asSymbol().equals(REFUSED)
                        && call.name().equalsString("forField"));
    }

    private static @Nullable Reason reasonIn(List<CodeElement> elements) {
        return elements.stream()
                .filter(FieldInstruction.class::isInstance)
                .map(FieldInstruction.class::cast)
                .filter(field -> field.owner().asSymbol().equals(REASON))
                .map(field -> Reason.valueOf(field.name().stringValue()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBehindCondition(List<CodeElement> elements, int begin) {
        for (int at = begin - 1; at >= 0; at--) {
            if (elements.get(at) instanceof Instruction instruction) {
                return instruction instanceof BranchInstruction branch && branch.opcode() != Opcode.GOTO;
            }
        }
        return false;
    }

    /** The class as it would be if this method of it, which decides something, always answered the same. */
    static byte[] deciding(Class<?> owner, String decision, boolean answer) {
        return ClassFile.of()
                .transformClass(
                        ClassFile.of().parse(bytesOf(owner)),
                        ClassTransform.transformingMethods(
                                method -> method.methodName().equalsString(decision), (methods, element) -> {
                                    if (element instanceof CodeModel) {
                                        methods.withCode(builder -> builder.loadConstant(answer ? 1 : 0)
                                                .ireturn());
                                    } else {
                                        methods.with(element);
                                    }
                                }));
    }

    /** The class as it would be without these checks of it. */
    static byte[] without(List<Check> checks) {
        Class<?> owner = checks.getFirst().owner();
        return ClassFile.of()
                .transformClass(
                        ClassFile.of().parse(bytesOf(owner)),
                        ClassTransform.transformingMethods(
                                method -> checks.stream().anyMatch(check -> check.isIn(method)), (methods, element) -> {
                                    if (element instanceof CodeModel code) {
                                        methods.withCode(builder -> write(code, builder, checks));
                                    } else {
                                        methods.with(element);
                                    }
                                }));
    }

    private static void write(CodeModel code, CodeBuilder builder, List<Check> checks) {
        MethodModel method = code.parent().orElseThrow();
        List<CodeElement> elements = code.elementList();
        for (int at = 0; at < elements.size(); at++) {
            int here = at;
            Check check = checks.stream()
                    .filter(each -> each.isIn(method) && each.begin <= here && here <= each.end)
                    .findFirst()
                    .orElse(null);
            if (check == null || !(elements.get(at) instanceof Instruction)) {
                builder.with(elements.get(at));
            } else if (at == check.end && check.isArm) {
                builder.return_();
            }
        }
    }

    private boolean isIn(MethodModel found) {
        return method.equals(
                found.methodName().stringValue() + found.methodType().stringValue());
    }

    Class<?> owner() {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytesOf(Class<?> owner) {
        String resource = "/" + owner.getName().replace('.', '/') + ".class";
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> productClasses() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:chat/parley/**/*.class");
            return Stream.of(found).map(Check::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
