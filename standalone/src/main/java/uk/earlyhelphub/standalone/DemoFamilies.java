package uk.earlyhelphub.standalone;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Invented families. Places and schools are made up, telephone numbers are from the range kept for drama, NHS numbers from the range kept for tests. */
final class DemoFamilies {
    private static final List<String> CHILDREN = List.of(
            "Leo", "Amira", "Noah", "Freya", "Kofi", "Isla", "Yusuf", "Poppy", "Mateo", "Saoirse", "Ravi", "Elsie",
            "Tariq", "Niamh", "Jakub");
    private static final List<String> PARENTS = List.of(
            "Orla", "Sam", "Grace", "Imran", "Katya", "Dele", "Maria", "Huw", "Shanice", "Piotr", "Leila", "Owen");
    private static final List<String> SURNAMES = List.of(
            "Marsh",
            "O'Brien",
            "Adeyemi",
            "Lindqvist",
            "Begum",
            "Fairweather",
            "Nowak",
            "Price",
            "Osei",
            "Whitlock",
            "Rahman",
            "Castell",
            "D'Souza",
            "Thornbury",
            "Okafor");
    private static final List<String> SCHOOLS =
            List.of("Alma Primary School", "Castle Hill School", "Thamesmead Academy", "Riverside Infants");
    private static final List<String> STREETS =
            List.of("Mill Row", "Kings Orchard", "Station Approach", "Furze Lane", "Bexley Close");
    private static final List<String> SUMMARIES = List.of(
            "%s has missed many school days since the summer and is often tired.",
            "%s is worried about things at home and asks to stay late at school.",
            "%s's family lost its home in spring and lives in one room.",
            "Quarrels at home have become frequent; %s's family asks for help with them.",
            "%s needs help with mornings; a parent has been unwell for some time.");

    private DemoFamilies() {}

    /** The form of a family, as a caseworker would send it. */
    static String form(int number, LocalDate receivedOn, String searchId) {
        var random = new Random(20261123L + number);
        var surname = SURNAMES.get(number % SURNAMES.size());
        var child = CHILDREN.get((number * 7) % CHILDREN.size());
        var parent = PARENTS.get((number * 5) % PARENTS.size());
        var born = receivedOn.minusYears(4 + random.nextInt(12)).minusDays(random.nextInt(300));
        return """
            {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
             "referrer":{"kind":"PROFESSIONAL","name":"Ms %s","organisation":"%s","contact":"01632 960%03d","anonymousToFamily":false},
             "familyAware":"YES","immediateRisk":false,"child":"child","summary":"%s",
             "needs":[{"domain":"EDUCATION","score":%d}],"searchId":"%s",
             "people":[
              {"key":"child","part":"CHILD","name":"%s %s","dateOfBirth":"%s","nhsNumber":"%s","address":"%d %s, Windsor","postcode":"SL4 9ZZ","school":"%s","inHousehold":true},
              {"key":"parent","part":"PARENT_OR_CARER","name":"%s %s","phone":"07700 900%03d","inHousehold":true,
               "relationships":[{"to":"child","kind":"parent","parentalResponsibility":"YES"}]}]}""".formatted(
                        receivedOn,
                        SURNAMES.get((number + 4) % SURNAMES.size()),
                        SCHOOLS.get(number % SCHOOLS.size()),
                        number % 1000,
                        SUMMARIES.get(number % SUMMARIES.size()).formatted(child),
                        1 + random.nextInt(5),
                        searchId,
                        child,
                        surname,
                        born,
                        testNhsNumber(number),
                        1 + random.nextInt(90),
                        STREETS.get(number % STREETS.size()),
                        SCHOOLS.get(number % SCHOOLS.size()),
                        parent,
                        surname,
                        number % 1000);
    }

    static String name(int number) {
        return CHILDREN.get((number * 7) % CHILDREN.size()) + " " + SURNAMES.get(number % SURNAMES.size());
    }

    /** The first valid number at or after 999 000 0000 plus ten for each family. */
    private static String testNhsNumber(int number) {
        for (int candidate = 10 * number; ; candidate++) {
            var nine = "999%06d".formatted(candidate + 1);
            var sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += Character.getNumericValue(nine.charAt(i)) * (10 - i);
            }
            var check = (11 - sum % 11) % 11;
            if (check != 10) {
                return nine + check;
            }
        }
    }
}
