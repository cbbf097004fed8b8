package dev.ledgerkit.core.client;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.util.AccessPattern;

/**
 * Jackson's deserializer of a record, whose components are read straight into the arguments of its
 * constructor.
 */
final class RecordDeserializer extends BeanDeserializer {
  private static final int NO_REST = -1;

  private final MethodHandle constructor;

  /** What stands for each component that did not come; set once, when this is resolved. */
  private @Nullable Object[] absent = {};

  /** The component that takes the fields no other has. */
  private int rest = NO_REST;

  /** Whether {@link #resolve} found nothing but what this class does. */
  private boolean direct;

  private RecordDeserializer(BeanDeserializer jacksons, MethodHandle constructor) {
    super(jacksons);
    this.constructor = constructor;
  }

  /** Reads what {@code jacksons} reads. */
  static BeanDeserializer instead(BeanDeserializer jacksons, MethodHandle constructor) {
    return new RecordDeserializer(jacksons, constructor);
  }

  @Override
  public void resolve(DeserializationContext context) {
    super.resolve(context);
    direct =
        _propertyBasedCreator != null
            && _objectIdReader == null
            && _unwrappedPropertyHandler == null
            && _externalTypeIdHandler == null
            && _ignorableProps == null
            && _includableProps == null
            && _injectables == null
            && hasComponentsOnly()
            && takesRest()
            && knowsAbsent(context);
  }

  private boolean hasComponentsOnly() {
    for (SettableBeanProperty property : _beanProperties) {
      if (!property.isCreatorProperty()) {
        return false;
      }
    }
    return true;
  }

  private boolean takesRest() {
    if (_anySetter == null) {
      return true;
    }
    rest = _anySetter.getParameterIndex();
    return rest >= 0 && _anySetter.createParameterObject() instanceof Map;
  }

  private boolean knowsAbsent(DeserializationContext context) {
    SettableBeanProperty[] components = _propertyBasedCreator.allPropertiesInOrder();
    absent = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      SettableBeanProperty component = components[i];
      if (i == rest) {
        absent[i] = Map.of();
      } else if (component.isRequired()
          || component.isIgnorable()
          || !isConstant(component, context)) {
        return false;
      } else {
        absent[i] = component.getNullValueProvider().getAbsentValue(context);
      }
    }
    return true;
  }

  /** A primitive's is, once a mapper lets it be null. */
  private static boolean isConstant(
      SettableBeanProperty component, DeserializationContext context) {
    return component.getNullValueProvider().getNullAccessPattern() != AccessPattern.DYNAMIC
        || (component.getType().isPrimitive()
            && !context.isEnabled(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES));
  }

  @Override
  protected @Nullable Object _deserializeUsingPropertyBased(
      JsonParser parser, DeserializationContext context) {
    if (!direct || context.getActiveView() != null) {
      return super._deserializeUsingPropertyBased(parser, context);
    }
    @Nullable Object[] components = absent.clone();
    Map<String, Object> others = null;
    int match = parser.currentNameMatch(_propNameMatcher);
    for (;
        match != PropertyNameMatcher.MATCH_END_OBJECT;
        match = parser.nextNameMatch(_propNameMatcher)) {
      if (match == PropertyNameMatcher.MATCH_ODD_TOKEN) {
        return context.handleUnexpectedToken(getValueType(context), parser);
      }
      if (match >= 0 && _propsByIndex[match].getCreatorIndex() != rest) {
        SettableBeanProperty component = _propsByIndex[match];
        parser.nextToken();
        components[component.getCreatorIndex()] =
            _deserializeWithErrorWrapping(parser, context, component);
        continue;
      }
      String name = parser.currentName();
      parser.nextToken();
      if (rest == NO_REST) {
        handleUnknownProperty(parser, context, handledType(), name);
      } else {
        others = others == null ? new LinkedHashMap<>() : others;
        others.put(name, other(parser, context, name));
      }
    }
    if (others != null) {
      components[rest] = others;
    }
    try {
      return (Object) constructor.invokeExact(components);
    } catch (Throwable e) {
      return wrapInstantiationProblem(context, e);
    }
  }

  private Object other(JsonParser parser, DeserializationContext context, String name) {
    try {
      return _anySetter.deserialize(parser, context);
    } catch (RuntimeException e) {
      throw wrapAndThrow(e, handledType(), name, context);
    }
  }
}
