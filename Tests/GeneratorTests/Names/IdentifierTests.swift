import APIModel
import Testing

struct IdentifierTests {
    @Test(arguments: [
        ("pet", "Pet", "pet"), ("pet store", "PetStore", "petStore"), ("snake_case_name", "SnakeCaseName", "snakeCaseName"),
        // Case is judged by the whole text.
        ("SCALING_UP", "ScalingUp", "scalingUp"), ("TO_DO", "ToDo", "toDo"), ("NOT-OK", "NotOk", "notOk"),
        ("PLAN_A", "PlanA", "planA"),
        ("USER_ID_2", "UserID2", "userID2"), ("X-RATE-LIMIT", "XRateLimit", "xRateLimit"), ("X-JSON", "XJSON", "xJSON"),
        ("apiKey", "APIKey", "apiKey"), ("HTTPError", "HTTPError", "httpError"), ("userID", "UserID", "userID"),
        ("IDs", "IDs", "ids"), ("userIDs", "UserIDs", "userIDs"),
        ("X-API-Key", "XAPIKey", "xAPIKey"), ("ID", "ID", "id"), ("URL", "URL", "url"), ("ERROR", "Error", "error"),
        ("UTF-8", "UTF8", "utf8"),
        ("order_ID", "OrderID", "orderID"), ("ПРИВЕТ_МИР", "ПриветМир", "приветМир"),
        // Known abbreviations are spelled alike whatever their case, in shouted names too.
        ("JsonError", "JSONError", "jsonError"), ("optional_json", "OptionalJSON", "optionalJSON"), ("userId", "UserID", "userID"),
        ("user_ids", "UserIDs", "userIDs"),
        ("CANCELLED_USER_VERIFICATION", "CancelledUserVerification", "cancelledUserVerification"),
        ("cancelled_USER_VERIFICATION", "CancelledUserVerification", "cancelledUserVerification"),
        ("USER_API_URL", "UserAPIURL", "userAPIURL"), ("oauth token", "OAuthToken", "oAuthToken"),
        ("openapi", "OpenAPI", "openAPI"),
        ("Oauth2Client", "OAuth2Client", "oAuth2Client"), ("OAuth", "OAuth", "oAuth"), ("useIPv6", "UseIPv6", "useIPv6"),
        ("sha256sum", "Sha256sum", "sha256sum"), ("IDENTITY", "Identity", "identity"), ("idle", "Idle", "idle"),
        // A type and a member differ where there is no case, too.
        ("3deck", "Type3deck", "value3deck"), ("007", "Type007", "value007"), ("東京", "Type東京", "東京"), ("一", "Type一", "一"),
        ("ა", "Typeა", "ა"), ("𝐀", "𝐀", "_𝐀"), ("ß", "Ss", "ß"), ("²", "UB2", "uB2"),
        ("", "Empty", "empty"), ("_", "Underscore", "underscore"), ("+1", "Plus1", "plus1"), ("-1", "Minus1", "minus1"),
        ("a🎂", "AU1F382", "aU1F382"),
    ])
    func namesOfTypesAndMembers(text: String, type: String, member: String) {
        #expect(Identifier(typeFrom: text).name == type)
        #expect(Identifier(memberFrom: text).name == member)
    }

    @Test(arguments: HostileNames.all)
    func namesOfTypesAndMembersAreIdentifiersAndDiffer(text: String) {
        let type = Identifier(typeFrom: text)
        let member = Identifier(memberFrom: text)
        #expect(Identifier.isValid(type.name) && Identifier.isValid(member.name))
        #expect(type != member)
        // What a member of another name is called must not be the type's name either.
        #expect(Identifier(memberFrom: type.name) != type)
    }

    @Test(arguments: [
        ("Owner", "address", "OwnerAddress"), ("Item2", "2nd", "Item2_2nd"), ("Boat", "2master", "Boat2master"),
        ("User", "名前", "User名前"),
    ])
    func namesInsideOthers(owner: String, part: String, name: String) {
        #expect(Identifier(typeFrom: owner).appending(wordsOf: part).name == name)
    }
}
