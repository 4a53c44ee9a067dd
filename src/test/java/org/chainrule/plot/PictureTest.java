package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void noOneElseCanChangeItsBytes() {
        byte[] bytes = {1, 2};
        Picture picture = new Picture(bytes, 3, 4, "text");
        bytes[0] = 9;
        picture.png()[1] = 9;
        assertArrayEquals(new byte[] {1, 2}, picture.png());
    }

    @Test
    void isEqualByContent() {
        Picture picture = new Picture(new byte[] {1, 2}, 3, 4, "text");
        assertEquals(picture, new Picture(new byte[] {1, 2}, 3, 4, "text"));
        assertEquals(picture.hashCode(), new Picture(new byte[] {1, 2}, 3, 4, "text").hashCode());
        assertNotEquals(picture, new Picture(new byte[] {1, 3}, 3, 4, "text"));
        assertNotEquals(picture, new Picture(new byte[] {1, 2}, 3, 4, "other"));
    }

    @Test
    void isItsTextWhereThereIsOnlyText() {
        assertEquals("text", new Picture(new byte[0], 3, 4, "text").toString());
    }

    @Test
    void refusesAnImpossibleSize() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Picture(new byte[0], 0, 4, ""));
        assertEquals("A picture cannot be 0 wide and 4 high: give it a positive size.", e.getMessage());
    }
}
