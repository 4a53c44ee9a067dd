package org.chainrule.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** Jupyter's messages on the wire: identities, a delimiter, a signature, and four parts of JSON. */
final class Wire {
    private static final String DELIMITER = "<IDS|MSG>";

    private final HMACGenerator signatures;
    private final String session = UUID.randomUUID().toString();

    Wire(String key) {
        try {
            signatures = new HMACGenerator("hmac-sha256", key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JVM has HMAC with SHA-256.", e);
        }
    }

    /** Sends a request and answers its id, which every reply to it carries as its parent's. */
    String send(ZMQ.Socket socket, String type, JsonObject content) {
        String id = UUID.randomUUID().toString();
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", KernelSpec.NAME);
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        byte[][] parts = {bytes(header), bytes(new JsonObject()), bytes(new JsonObject()), bytes(content)};
        ZMsg message = new ZMsg();
        message.add(DELIMITER);
        message.add(signatures.calculateSignature(parts));
        for (byte[] part : parts) {
            message.add(part);
        }
        message.send(socket);
        return id;
    }

    private static byte[] bytes(JsonObject json) {
        return Json.GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }

    /** What a kernel sent: its type, the id of the request it belongs to (empty if to none), and the content. */
    record Received(String type, String parent, JsonObject content) {
        String string(String key) {
            return Json.string(content, key, "");
        }
    }

    /**
     * Takes the next message from a socket that has one.
     *
     * @throws LabException if its signature is not the one that the key gives
     */
    Received receive(ZMQ.Socket socket) throws LabException {
        ZMsg message = ZMsg.recvMsg(socket);
        while (!message.popString().equals(DELIMITER)) {
            // Identities and topics in front of the delimiter are the socket's own affair.
        }
        String signature = message.popString();
        byte[][] parts = new byte[4][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = message.pop().getData();
        }
        if (!signature.equals(signatures.calculateSignature(parts))) {
            throw new LabException("The kernel signed a message with another key; start it again.");
        }
        return new Received(
                Json.string(parse(parts[0]), "msg_type", ""),
                Json.string(parse(parts[1]), "msg_id", ""),
                parse(parts[3]));
    }

    private static JsonObject parse(byte[] part) {
        return JsonParser.parseString(new String(part, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
