package org.chainrule.kernel;

import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.MessageType;

/** The answer to a cell that is not run, because one that was sent before it failed; the base library has none. */
record AbortedReply(String status) implements ContentType<AbortedReply> {
    AbortedReply() {
        this("aborted");
    }

    // On the wire it is an execute_reply like any other, but that type is bound to another class.
    @Override
    @SuppressWarnings("unchecked")
    public MessageType<AbortedReply> getType() {
        return (MessageType<AbortedReply>) (MessageType<?>) MessageType.EXECUTE_REPLY;
    }
}
