package dev.bookplate.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Of what is embedded in a document only what stands for its text: pages that Word imports when it
 * opens the document ({@code w:altChunk}), as programs that make Word files of web pages leave
 * them. They are read behind the rest of the text. Pictures, fonts and attached files are not its
 * text.
 */
final class WordChunks implements EmbeddedDocumentExtractor {
  private static final String CHUNK =
      TikaCoreProperties.EmbeddedResourceType.ALTERNATE_FORMAT_CHUNK.toString();

  private final PlainText plainText = new PlainText(null);
  private final List<String> unread = new ArrayList<>();

  /** The chunks that are in a format which is not read, a sentence each. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return CHUNK.equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
    String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
    String text;
    try {
      text = text(stream.readAllBytes(), type);
    } catch (ExtractionException e) {
      unread.add("its part " + name + " is not read: " + e.getMessage());
      return;
    }
    char[] lines = ("\n" + text + "\n").toCharArray();
    handler.characters(lines, 0, lines.length);
  }

  private String text(byte[] bytes, String type) throws ExtractionException, IOException {
    String mime = type.replaceFirst(";.*", "").strip();
    return switch (mime) {
      case "text/html", "application/xhtml+xml" ->
          WebPage.of(bytes, null, plainText, WebPage.Part.ALL).text();
      case "text/plain" -> plainText.decode(bytes);
      case "message/rfc822", "multipart/related" -> text(page(bytes), "text/html");
      default ->
          throw new ExtractionException(
              ExtractionException.Reason.UNSUPPORTED,
              mime + " inside a Word document; open and save it with Word, which imports it");
    };
  }

  /** The first page of a web archive of one file (MHT). */
  private static byte[] page(byte[] archive) throws ExtractionException, IOException {
    Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(archive));
    byte[] page = page(message);
    if (page == null) {
      throw new ExtractionException(
          ExtractionException.Reason.CORRUPT, "a web archive (MHT) without a page in it");
    }
    return page;
  }

  private static byte[] page(Entity entity) throws IOException {
    Body body = entity.getBody();
    if (body instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        byte[] page = page(part);
        if (page != null) {
          return page;
        }
      }
    }
    if (body instanceof SingleBody single
        && !(body instanceof BinaryBody)
        && "text/html".equals(entity.getMimeType())) {
      try (InputStream in = single.getInputStream()) {
        return in.readAllBytes();
      }
    }
    return null;
  }
}
