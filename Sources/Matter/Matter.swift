// Matter
