package uk.earlyhelphub.events.ids;

import java.util.Locale;
import java.util.regex.Pattern;

/** The check digits of the identifiers that people type (R65-R67). */
public final class Identifiers {
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern UPN = Pattern.compile("[A-HJ-NP-RT-Z]\\d{11}[0-9A-HJ-NP-RT-Z]");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final String REFERENCE = "0123456789ABCDEFGHJKMNPQRSTVWXY";

    private Identifiers() {}

    /** Whether ten digits are an NHS number: weights 10 to 2, the last digit checks (R66). */
    public static boolean isNhsNumber(String typed) {
        var digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("\\d{10}")) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += Character.getNumericValue(digits.charAt(i)) * (10 - i);
        }
        var check = 11 - sum % 11;
        return check != 10 && check % 11 == Character.getNumericValue(digits.charAt(9));
    }

    /** Whether the text is a unique pupil number: weights 2 to 13, the first letter checks (R65). */
    public static boolean isUpn(String typed) {
        var upn = typed.strip().toUpperCase(Locale.ROOT);
        if (!UPN.matcher(upn).matches()) {
            return false;
        }
        var sum = 0;
        for (int i = 1; i < 13; i++) {
            var c = upn.charAt(i);
            sum += (Character.isDigit(c) ? c - '0' : UPN_LETTERS.indexOf(c)) * (i + 1);
        }
        return UPN_LETTERS.charAt(sum % 23) == upn.charAt(0);
    }

    /** Whether the text is a unique property reference number, up to twelve digits kept as text (R67). */
    public static boolean isUprn(String typed) {
        return typed.matches("\\d{1,12}");
    }

    /** Whether the text can be a postcode, however it is spaced, punctuated or capitalised (R67). */
    public static boolean isPostcode(String typed) {
        return POSTCODE.matcher(typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT))
                .matches();
    }

    /** The reference that people read out and type: {@code EH-XXXX-XXXX-C}, with a check character, from a referral's id. */
    public static String reference(String referralId) {
        var left = Long.parseUnsignedLong(referralId.replace("-", "").substring(0, 10), 16);
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(REFERENCE.charAt((int) (left % REFERENCE.length())));
            left /= REFERENCE.length();
        }
        return "EH-" + text.substring(0, 4) + "-" + text.substring(4) + "-" + check(text.toString());
    }

    /** Whether a reference's check character is right, so that a slip of the pen names no other case. */
    public static boolean isReference(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replace("-", "");
        return plain.matches("EH[0-9A-Z]{9}") && check(plain.substring(2, 10)) == plain.charAt(10);
    }

    private static char check(String text) {
        var sum = 0;
        for (int i = 0; i < text.length(); i++) {
            var value = REFERENCE.indexOf(text.charAt(i));
            if (value < 0) {
                return '?';
            }
            sum += value * (i + 1);
        }
        return REFERENCE.charAt(sum % REFERENCE.length());
    }
}
