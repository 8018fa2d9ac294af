int lacuna_processor_placeholder(void) { return 0; }
