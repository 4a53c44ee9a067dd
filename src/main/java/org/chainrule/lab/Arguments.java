package org.chainrule.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands behind a command of {@code ./lab}. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> operands = new ArrayList<>();

    /**
     * Sorts the arguments.
     *
     * @param command the command they belong to
     * @param known its options: one that ends in {@code =} has a value behind it, any other stands alone
     * @param maxOperands how many arguments may be no option
     * @throws MisuseException if one is not known or has no value, naming it
     */
    Arguments(String command, List<String> arguments, Set<String> known, int maxOperands) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (known.contains(argument)) {
                flags.add(argument);
            } else if (known.contains(argument + "=")) {
                if (++i == arguments.size()) {
                    throw new MisuseException(argument + " needs a value behind it.");
                }
                values.put(argument, arguments.get(i));
            } else if (argument.startsWith("-")) {
                throw new MisuseException(command + " does not know the option \"" + argument + "\".");
            } else if (operands.size() == maxOperands) {
                throw new MisuseException(command + " does not know what to do with \"" + argument + "\".");
            } else {
                operands.add(argument);
            }
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value of an option, or null. */
    String value(String option) {
        return values.get(option);
    }

    List<String> operands() {
        return operands;
    }
}
