package org.chainrule.lab;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Behaves as Jupyter's servers do: takes their options, says in a file where it is, and answers there. Ends when it has been
 * asked once, so that a test need not stop it.
 */
public final class FakeJupyter {
    private FakeJupyter() {}

    public static void main(String[] arguments) throws IOException {
        String port = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> argument.substring("--port=".length()))
                .findFirst()
                .orElse("0");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 1);
        Path runtime = Files.createDirectories(Path.of(System.getenv("JUPYTER_RUNTIME_DIR")));
        Files.write(runtime.resolve("arguments"), List.of(arguments));
        server.createContext("/api", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            Runtime.getRuntime().halt(0);
        });
        server.start();
        Files.writeString(
                runtime.resolve("jpserver-" + ProcessHandle.current().pid() + ".json"),
                "{\"url\": \"http://127.0.0.1:" + server.getAddress().getPort() + "/\", \"token\": \"t0k3n\"}");
    }
}
