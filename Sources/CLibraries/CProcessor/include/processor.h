int lacuna_processor_placeholder(void);
