package org.twinline.terminology.mention;

import org.twinline.terminology.Mention;

/**
 * A name in a text, the terminology's or one of the asker's own.
 *
 * @param start first character (UTF-16 index into the text as given)
 * @param end one past the last character
 * @param ordinals numbers of the concepts that the terminology knows by the name, likeliest first;
 *     empty where it knows none
 * @param own the position of the asker's own name, −1 where it is none
 * @param context what the text says of it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; ordinals of one terminology.
public record Span(int start, int end, int[] ordinals, int own, Mention.Context context) {}
