package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.Answers.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Logs of conversations: a list of messages with {@code role} and {@code content}, or {@code from}
 * and {@code value}. Each message of the model is a completion, and all that stands before it, its
 * own earlier messages too, is the prompt of that.
 */
final class ChatForm implements OutputForm {
  private static final List<String> LISTS =
      List.of("messages", "conversation", "conversations", "dialogue", "dialog", "chat", "turns");

  private static final List<String> WHO = List.of("role", "from", "speaker", "author");
  private static final List<String> WHAT =
      List.of("content", "value", "text", "reasoning_content", "reasoning");
  private static final Set<String> MODELS =
      Set.of("assistant", "model", "gpt", "chatgpt", "bot", "ai", "bing", "bard", "claude");

  @Override
  public Answers of(JsonNode record, String promptId) {
    for (String name : LISTS) {
      JsonNode messages = record.path(name);
      if (messages.isArray() && who(messages.path(0)) != null) {
        return answers(messages, name, promptId);
      }
    }
    return null;
  }

  private static Answers answers(JsonNode messages, String name, String promptId) {
    List<String> said = new ArrayList<>();
    int[] before = new int[messages.size()];
    for (int i = 0; i < messages.size(); i++) {
      before[i] = said.size();
      said.addAll(OutputForm.strings(messages.get(i)));
    }
    List<Answer> found = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (isModels(messages.get(i))) {
        List<String> prompt = said.subList(0, before[i]);
        for (String what : WHAT) {
          String text = OutputForm.said(messages.get(i).path(what));
          if (text != null) {
            found.add(new Answer(promptId, name + "[" + i + "]." + what, text, prompt));
          }
        }
      }
    }
    return Answers.of(found, "no message of a model with a text");
  }

  /** Whether a message is a model's. */
  static boolean isModels(JsonNode message) {
    String who = who(message);
    return who != null && MODELS.contains(who);
  }

  private static String who(JsonNode message) {
    for (String name : WHO) {
      JsonNode who = message.path(name);
      JsonNode role = who.isObject() ? who.path("role") : who;
      if (role.isTextual()) {
        return role.textValue().toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }
}
