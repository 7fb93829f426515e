/* libyaml's bare loop over a file, which the generator's speed is measured by. */
#include <stdio.h>
#include <yaml.h>

int main(int count, char **arguments) {
    yaml_parser_t parser;
    yaml_event_t event;
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file || !yaml_parser_initialize(&parser)) return 1;
    yaml_parser_set_input_file(&parser, file);
    for (int has_ended = 0; !has_ended;) {
        if (!yaml_parser_parse(&parser, &event)) return 1;
        has_ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return fclose(file);
}
