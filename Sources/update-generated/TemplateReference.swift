package import ApigenCommand
import Templating

extension Templates {
    /// The text of `Templates/README.md`: the values that each template may use.
    package var reference: String {
        """
        # Values of templates

        Made by update-generated. Do not edit.

        A template may use these names. The names below a section or a list are those inside of it; names of the sections around
        are not looked up. In a list, `-first` and `-last` are conditions, and `-index` is the place of the item, from 0.

        | kind | use |
        |---|---|
        | none | `{{name}}` prints the text; `{{#name}}…{{/name}}` is printed if the text is not empty |
        | condition | `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}` |
        | arguments | `{{name}}` prints them separated by commas |
        | section | `{{#name}}…{{/name}}` is printed if the value exists |
        | list | `{{#name}}…{{/name}}` is printed for each item; `{{^name}}…{{/name}}` if there is none |

        ## Swift

        Lines that are longer than 132 characters are broken as `swift format` breaks them, in these templates only.

        \(swift.reference)
        ## Documentation

        \(documentation.reference)
        """
    }

    /// The names of values that hide others.
    package var hiddenNames: [String] { swift.hiddenNames + documentation.hiddenNames }
}
