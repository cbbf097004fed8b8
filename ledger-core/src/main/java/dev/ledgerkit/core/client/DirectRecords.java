package dev.ledgerkit.core.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads public records without Jackson's detours, which are most of the time of a page of invoices:
 * Jackson 3.2 prepares the call of a constructor anew for every record, looks every name up as a
 * text, and asks for every component that did not come what to put there.
 *
 * <p>What is read is the same. Records that are not public, and those with more to them than
 * components and a map for the rest, stay with Jackson.
 *
 * @since 0.1
 */
public final class DirectRecords {
  private DirectRecords() {}

  /** For a mapper that shall read them so. */
  public static JacksonModule module() {
    return new SimpleModule("direct-records")
        .setDeserializerModifier(
            new ValueDeserializerModifier() {
              private static final long serialVersionUID = 1;

              @Override
              public ValueDeserializer<?> modifyDeserializer(
                  DeserializationConfig config,
                  BeanDescription.Supplier type,
                  ValueDeserializer<?> deserializer) {
                return deserializer instanceof BeanDeserializer bean
                        && bean.getValueInstantiator() instanceof StdValueInstantiator standard
                    ? direct(bean, standard)
                    : deserializer;
              }
            });
  }

  private static ValueDeserializer<?> direct(
      BeanDeserializer bean, StdValueInstantiator instantiator) {
    if (instantiator.getWithArgsCreator() == null
        || !(instantiator.getWithArgsCreator().getAnnotated() instanceof Constructor<?> made)
        || !made.getDeclaringClass().isRecord()
        || !Modifier.isPublic(made.getModifiers())
        || !Modifier.isPublic(made.getDeclaringClass().getModifiers())) {
      return bean;
    }
    try {
      MethodHandle constructor = MethodHandles.publicLookup().unreflectConstructor(made);
      return RecordDeserializer.instead(
          bean,
          constructor
              .asFixedArity()
              .asType(constructor.type().generic())
              .asSpreader(Object[].class, made.getParameterCount()));
    } catch (IllegalAccessException e) {
      return bean; // in a package its module keeps to itself
    }
  }
}
